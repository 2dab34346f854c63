package io.github.vramguard.compare.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuantityNamesTests {

    private static Quantity residual(Pool pool, String machine, String source, Quality quality) {
        return new Quantity(machine, "A#a() @NoLeak", pool, source, quality, Measure.RESIDUAL);
    }

    private static List<String> names(Quantity... quantities) {
        QuantityNames names = QuantityNames.among(Stream.of(quantities));
        return Stream.of(quantities).map(names::of).toList();
    }

    @Test
    void whatIsThereOnceHasAShortName() {
        assertThat(names(
                        residual(Pool.gpu(0), "a", "NVML", Quality.MIXED),
                        residual(Pool.HEAP, "a", "management beans", Quality.EXACT)))
                .containsExactly("gpu0 residual", "heap residual");
    }

    @Test
    void oneSourceOfAProcessAndOfAWholeDeviceHasTwoNames() {
        assertThat(names(
                        residual(Pool.gpu(0), "a", "NVML", Quality.EXACT),
                        residual(Pool.gpu(0), "a", "NVML", Quality.MIXED)))
                .containsExactly("gpu0 residual of the target alone", "gpu0 residual of the whole device");
    }

    @Test
    void otherMachinesAndSourcesAreNamed() {
        assertThat(names(
                        residual(Pool.RESIDENT, "a", "/proc", Quality.MIXED),
                        residual(Pool.RESIDENT, "b", "cgroup", Quality.EXACT)))
                .containsExactly("resident residual on a from /proc", "resident residual on b from cgroup");
    }
}
