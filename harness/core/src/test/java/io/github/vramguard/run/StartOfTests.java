package io.github.vramguard.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOfTests {

    private static final String FIELDS = " S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 36 0 8361205 9 10\n";

    @ParameterizedTest
    @ValueSource(strings = {"java", "a) S 1 (b", "tmux: server", ") 9 9", "a\nb"})
    void theNameOfAProcessMovesNoField(String name) {
        assertThat(StartOf.ticks("4711 (" + name + ")" + FIELDS)).hasValue(8_361_205);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711 (java) S 1 4711\n", "no such process"})
    void whatIsNoSuchLineTellsNothing(String stat) {
        assertThat(StartOf.ticks(stat)).isEmpty();
    }

    /** The JDK would tell the time of day. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aBuildIsKnownByAClockThatNobodySets() {
        long longAgo = 1_000_000_000_000L;

        assertThat(StartOf.of(ProcessHandle.current())).isBetween(1L, longAgo);
        assertThat(Build.ofThisJvm().started()).isBetween(1L, longAgo);
        assertThat(Build.ofThisJvm().isAlive()).isTrue();
    }
}
