package io.github.vramguard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTests {

    /** The last is the control sequence introducer in one character, which many terminals obey as well. */
    @ParameterizedTest
    @ValueSource(chars = {'\0', '\t', '\n', '\r', '\033', '\u007f', '\u0085', '\u009b'})
    void whatATerminalWouldObeyIsReplaced(char control) {
        assertThat(Printable.of("a" + control + "2Jb")).isEqualTo("a?2Jb");
    }

    @Test
    void lettersOfAllLanguagesStay() {
        assertThat(Printable.of("Größe 模型 ❤️")).isEqualTo("Größe 模型 ❤️");
    }
}
