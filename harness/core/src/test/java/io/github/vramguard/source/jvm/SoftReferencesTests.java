package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.SoftReference;
import org.junit.jupiter.api.Test;

class SoftReferencesTests {

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
