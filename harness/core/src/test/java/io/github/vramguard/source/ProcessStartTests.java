package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStartTests {

    /** The JDK would give the time of day, which is more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void isCountedByAClockThatCannotBeSet() {
        assertThat(ProcessStart.of(ProcessHandle.current())).isBetween(1L, 1_000_000_000_000L);
    }

    @Test
    void isTheSameForAllThatAsk() {
        assertThat(ProcessStart.of(ProcessHandle.current())).isEqualTo(ProcessStart.of(ProcessHandle.current()));
    }
}
