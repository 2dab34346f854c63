package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a passed verdict claims to exclude is true for the collector that runs. */
class JvmClaimsTests {

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseZGC"})
    void leaksJustAboveTheClaimsAreFound(String flags) {
        assertThat(CyclingJvm.run(flags, RoundTrip.LEAKS))
                .contains("heap FAILED", "direct FAILED", "metaspace FAILED", "threads FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseZGC"})
    void garbageAndWhatTheJvmMayDropAreNone(String flags) {
        assertThat(CyclingJvm.run(flags, RoundTrip.RETURNS))
                .contains("heap PASSED", "direct PASSED", "metaspace PASSED", "threads PASSED");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void theyAreFoundWithEachCollector(String flags) {
        leaksJustAboveTheClaimsAreFound(flags);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void noneAreFoundOtherwiseWithEachCollector(String flags) {
        garbageAndWhatTheJvmMayDropAreNone(flags);
    }
}
