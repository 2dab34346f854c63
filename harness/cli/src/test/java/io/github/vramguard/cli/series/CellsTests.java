package io.github.vramguard.cli.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,c          | a/b/c",
                "a, b ,c        | a/b/c",
                "a,,c           | a//c",
                "a,b,           | a/b/",
                ",              | /",
                "a              | a",
                "\"a,b\",c      | a,b/c",
                "a,\"b;c\"      | a/b;c",
                "\"a\" , \"b\"  | a/b",
                "\" a \",b      | ` a /b`",
                "\"say \"\"x\"\"\",b | say \"x\"/b",
                "\"\",b         | /b",
                "a\"b,c         | a\"b/c",
            })
    void splitsAtCommasOutsideQuotes(String line, String cells) {
        assertThat(String.join("/", Cells.of(line))).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,\"b      | a quoted cell does not end on its line",
                "\"         | a quoted cell does not end on its line",
                "\"a\"b,c   | \"b,c\" follows a quoted cell; a comma is expected",
            })
    void refusesQuotesThatDoNotAddUp(String line, String problem) {
        assertThatThrownBy(() -> Cells.of(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @Property
    void whatIsQuotedIsReadBack(@ForAll @Size(min = 1, max = 5) List<@CharRange(from = ' ', to = '~') String> cells) {
        String line = String.join(
                ",",
                cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList());

        assertThat(Cells.of(line)).isEqualTo(cells);
    }
}
