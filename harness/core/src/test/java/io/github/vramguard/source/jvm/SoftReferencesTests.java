package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.source.jvm.CyclingJvm.RoundTrip;
import java.lang.ref.SoftReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SoftReferencesTests {

    private static final String G1 = "-XX:+UseG1GC";
    private static final int BYTES = 256 << 10;

    @Test
    void aCacheThatTheJvmMayDropIsNoLeak() {
        assertThat(CyclingJvm.verdict(G1, RoundTrip.CACHES, BYTES)).startsWith("Passed");
    }

    @Test
    void whatLeaksBesideItIsFound() {
        assertThat(CyclingJvm.verdict(G1, RoundTrip.LEAKS_BESIDE_A_CACHE, BYTES))
                .startsWith("Failed");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void withEveryCollectorACacheIsNoLeak(String flags) {
        assertThat(CyclingJvm.verdict(flags, RoundTrip.CACHES, BYTES)).startsWith("Passed");
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("io.github.vramguard.source.jvm.CyclingJvm#collectors")
    void withEveryCollectorALeakBesideACacheIsFound(String flags) {
        assertThat(CyclingJvm.verdict(flags, RoundTrip.LEAKS_BESIDE_A_CACHE, BYTES))
                .startsWith("Failed");
    }

    @Test
    void afterwardsTheJvmKeepsThemAsBefore() {
        long before = VmFlag.find("SoftRefLRUPolicyMSPerMB").orElseThrow().get();
        new FullGc().collect();
        SoftReference<Object> fresh = new SoftReference<>(new Object());
        System.gc();
        assertThat(VmFlag.find("SoftRefLRUPolicyMSPerMB").orElseThrow().get())
                .isEqualTo(before)
                .isPositive();
        assertThat(fresh.refersTo(null)).isFalse();
    }
}
