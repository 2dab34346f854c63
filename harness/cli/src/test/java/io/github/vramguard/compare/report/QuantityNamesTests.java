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

    private static Quantity residue(Pool pool, String machine, String source, Quality quality) {
        return new Quantity(machine, "A#a() @NoLeak", pool, source, quality, Measure.RESIDUE);
    }

    private static List<String> names(Quantity... quantities) {
        QuantityNames names = QuantityNames.among(Stream.of(quantities));
        return Stream.of(quantities).map(names::of).toList();
    }

    @Test
    void whatIsThereOnceHasAShortName() {
        assertThat(names(
                        residue(Pool.gpu(0), "a", "NVML", Quality.MIXED),
                        residue(Pool.HEAP, "a", "management beans", Quality.EXACT)))
                .containsExactly("gpu0 residue", "heap residue");
    }

    @Test
    void oneSourceOfAProcessAndOfAWholeDeviceHasTwoNames() {
        assertThat(names(
                        residue(Pool.gpu(0), "a", "NVML", Quality.EXACT),
                        residue(Pool.gpu(0), "a", "NVML", Quality.MIXED)))
                .containsExactly("gpu0 residue of the target alone", "gpu0 residue of the whole device");
    }

    @Test
    void otherMachinesAndSourcesAreNamed() {
        assertThat(names(
                        residue(Pool.RESIDENT, "a", "/proc", Quality.MIXED),
                        residue(Pool.RESIDENT, "b", "cgroup", Quality.EXACT)))
                .containsExactly("resident residue on a from /proc", "resident residue on b from cgroup");
    }
}
