package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.source.jvm.CyclingJvm.RoundTrip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a passed verdict on the heap claims to exclude is true for the collector that runs. */
class HeapClaimTests {

    private static final int JUST_ABOVE_THE_CLAIM =
            (int) (1.5 * Sensitivity.of(Pool.HEAP, Quality.EXACT).tolerance());
    private static final String ZGC = "-XX:+UseZGC";

    @Test
    void zgcFindsALeakThatIsSmallerThanItsPages() {
        assertThat(CyclingJvm.verdict(ZGC, RoundTrip.LEAKS, JUST_ABOVE_THE_CLAIM))
                .startsWith("Failed");
    }

    @Test
    void zgcPassesTheSameWithoutTheLeak() {
        assertThat(CyclingJvm.verdict(ZGC, RoundTrip.CHURNS, JUST_ABOVE_THE_CLAIM))
                .startsWith("Passed");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void aLeakJustAboveTheClaimIsFound(String flags) {
        assertThat(CyclingJvm.verdict(flags, RoundTrip.LEAKS, JUST_ABOVE_THE_CLAIM))
                .startsWith("Failed");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void garbageIsNone(String flags) {
        assertThat(CyclingJvm.verdict(flags, RoundTrip.CHURNS, JUST_ABOVE_THE_CLAIM))
                .startsWith("Passed");
    }
}
