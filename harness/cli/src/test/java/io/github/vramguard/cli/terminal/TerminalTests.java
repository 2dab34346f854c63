package io.github.vramguard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTests {

    @ParameterizedTest
    @CsvSource({
        "50 132, 132, 50",
        "24 20, 40, 24",
        "0 0, 80, 24",
        "'', 80, 24",
        "stty: no terminal, 80, 24",
    })
    void itsSizeIsWhatSttyPrints(String printed, int columns, int rows) {
        assertThat(Terminal.Size.parse(printed)).isEqualTo(new Terminal.Size(columns, rows));
    }

    @Test
    void aFileIsNotDrawnAgain() {
        assertThat(Terminal.dumb(true).live()).isFalse();
        assertThat(Terminal.dumb(true).size().get()).isEqualTo(Terminal.Size.USUAL);
    }
}
