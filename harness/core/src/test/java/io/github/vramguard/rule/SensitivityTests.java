package io.github.vramguard.rule;

import static io.github.vramguard.memory.Origin.Quality.EXACT;
import static io.github.vramguard.memory.Origin.Quality.MIXED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.Pool;
import org.junit.jupiter.api.Test;

class SensitivityTests {

    @Test
    void theQualityOfTheReadingDecidesForDeviceAndNativeMemory() {
        assertThat(Sensitivity.of(Pool.gpu(0), EXACT)).isEqualTo(Sensitivity.VRAM);
        assertThat(Sensitivity.of(Pool.gpu(1), MIXED)).isEqualTo(Sensitivity.VRAM_DEVICE);
        assertThat(Sensitivity.of(Pool.NATIVE, EXACT)).isEqualTo(Sensitivity.NATIVE);
        assertThat(Sensitivity.of(Pool.NATIVE, MIXED)).isEqualTo(Sensitivity.NATIVE_RAW);
    }

    @Test
    void everyOtherPoolHasItsRow() {
        assertThat(Sensitivity.of(Pool.HEAP, EXACT)).isEqualTo(Sensitivity.HEAP);
        assertThat(Sensitivity.of(Pool.METASPACE, EXACT)).isEqualTo(Sensitivity.METASPACE);
        assertThat(Sensitivity.of(Pool.DIRECT, EXACT)).isEqualTo(Sensitivity.DIRECT);
        assertThat(Sensitivity.of(Pool.RESIDENT, MIXED)).isEqualTo(Sensitivity.RESIDENT);
        assertThat(Sensitivity.of(Pool.MAPPED, MIXED)).isEqualTo(Sensitivity.RESIDENT);
        assertThat(Sensitivity.of(Pool.THREADS, EXACT)).isEqualTo(Sensitivity.COUNT);
        assertThat(Sensitivity.of(Pool.FILES, EXACT)).isEqualTo(Sensitivity.COUNT);
        assertThat(Sensitivity.of(Pool.CHILDREN, EXACT)).isEqualTo(Sensitivity.COUNT);
    }

    @Test
    void exactReadingsMoveInSteps() {
        assertThat(Sensitivity.VRAM.stepped()).isTrue();
        assertThat(Sensitivity.COUNT.stepped()).isTrue();
        assertThat(Sensitivity.HEAP.stepped()).isFalse();
    }

    @Test
    void anotherToleranceChangesNothingElse() {
        Sensitivity wider = Sensitivity.NATIVE.withTolerance(1 << 20);
        assertThat(wider.tolerance()).isEqualTo(1 << 20);
        assertThat(wider.withTolerance(Sensitivity.NATIVE.tolerance())).isEqualTo(Sensitivity.NATIVE);
    }

    @Test
    void twoStepsAreNoLeak() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Sensitivity(1, 0, 2, 8, Sensitivity.NEVER, Sensitivity.NEVER, 6, 2, 0.5, 0.5, false))
                .withMessageContaining("at least 3");
    }
}
