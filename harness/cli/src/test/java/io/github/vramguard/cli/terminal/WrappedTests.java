package io.github.vramguard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappedTests {

    @ParameterizedTest
    @CsvSource({
        "a b c, 5, a b c",
        "a b c, 4, a b|c",
        "a  b, 9, a b",
        "'', 9, ''",
        "longer than, 4, longer|than",
        "run with --pid=host, 8, run with|--pid=host",
    })
    void linesBreakBetweenWords(String text, int width, String lines) {
        assertThat(String.join("|", Wrapped.lines(text, width))).isEqualTo(lines);
    }

    @Test
    void textBesideANameKeepsItsColumn() {
        assertThat(Wrapped.beside("heap", "no full collection", 6, 16)).isEqualTo("heap  no full\n      collection\n");
        assertThat(Wrapped.beside("metaspace", "not read", 6, 40)).isEqualTo("metaspace not read\n");
    }
}
