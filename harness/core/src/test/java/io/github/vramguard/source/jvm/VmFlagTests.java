package io.github.vramguard.source.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VmFlagTests {

    @Test
    void holdsWhatTheJvmReports() {
        assertThat(VmFlag.find("MaxHeapSize")).hasValueSatisfying(flag -> assertThat(flag.get())
                .isBetween(Runtime.getRuntime().maxMemory(), Long.MAX_VALUE));
    }

    @Test
    void thatNobodyKnowsIsNotFound() {
        assertThat(VmFlag.find("NoSuchFlag")).isEmpty();
    }

    @Test
    void thatIsNoWholeNumberIsNotFound() {
        assertThat(VmFlag.find("UseSerialGC")).isEmpty();
    }
}
