package io.github.vramguard.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalTests {

    @ParameterizedTest
    @CsvSource({
        "model, model",
        "'a\r\nb\rc\nd', 'a\nb\nc\nd'",
        "'\u0000\u001B[31m', '\uFFFD\uFFFD[31m'",
        "'\uD83D\uDE00', '\uD83D\uDE00'",
        "'x\uD83D', 'x\uFFFD'",
        "'\uDE00x', '\uFFFDx'",
        "'\uFFFE\uFFFF', '\uFFFD\uFFFD'",
    })
    void whatIsNoCharacterIsReplaced(String text, String legal) {
        assertThat(Legal.of(text)).isEqualTo(legal);
    }
}
