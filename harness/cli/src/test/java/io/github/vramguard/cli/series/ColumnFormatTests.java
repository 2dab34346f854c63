package io.github.vramguard.cli.series;

import static io.github.vramguard.cli.series.Written.read;
import static io.github.vramguard.cli.series.Written.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.cli.usage.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnFormatTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n2\n3\n",
                "1\n2\n3",
                "1\r\n2\r\n3\r\n",
                "\uFEFF1\n2\n3\n",
                "# recorded by hand\n\n1\n  2\t\n# restarted\n\n3\n",
                "1 B\n2 B\n3 B\n",
            })
    void isALevelOnEachLine(String text) {
        assertThat(read(text)).containsExactly(series("input", "1 2 3"));
    }

    @Test
    void gapsStandWhereTheyWereWritten() {
        assertThat(read("gap\n1 MiB\n[N/A]\n2 MiB\n")).containsExactly(series("input", "gap 1048576 gap 2097152"));
    }

    @Test
    void aWordAmongTheNumbersIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("# levels\n1\n\nx\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 4: \"x\" is not a level; write a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap\n453 MiB\n453\n", "gap\n453\n453 MiB\n"})
    void numbersWithAndWithoutAUnitAreNotMixed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("input, line 3: \"453")
                .hasMessageEndingWith("; write all levels with a unit, or all without");
    }
}
