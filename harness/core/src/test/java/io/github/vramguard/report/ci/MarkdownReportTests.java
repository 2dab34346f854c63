package io.github.vramguard.report.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTests {

    private static final Run LARGE = Runs.of(IntStream.range(0, 40)
            .mapToObj(number -> Runs.test("leaks" + number, Result.FAILED, "gpu0 grows", number + 1))
            .toArray(MeasuredTest[]::new));

    @Test
    void failedTestsComeFirst() {
        assertThat(MarkdownReport.of(Runs.all())).isEqualTo(Golden.text("report.md"));
    }

    @Test
    void aRunWithoutTestsSaysSo() {
        assertThat(MarkdownReport.of(Run.of(List.of(), List.of(), List.of())))
                .isEqualTo("## VramGuard: 0 tests\n\n\nmeasuring took 0.0 s in 0 JVMs\n");
    }

    @Test
    void whatFitsIsNotCut() {
        String whole = MarkdownReport.of(LARGE);

        assertThat(MarkdownReport.of(LARGE, whole.getBytes(UTF_8).length)).isEqualTo(whole);
        assertThat(MarkdownReport.of(LARGE, whole.getBytes(UTF_8).length - 1))
                .contains(" more rows and blocks do not fit here.**")
                .endsWith("The file run.json has all of them.\n");
    }

    @Test
    void whatIsCutIsCounted() {
        assertThat(MarkdownReport.of(LARGE, 3_000))
                .startsWith("## VramGuard: 40 tests: 40 failed\n")
                .contains("leaks0()")
                .contains("**56 more rows and blocks do not fit here.**");
    }

    @Property
    void noLimitIsExceeded(@ForAll @IntRange(max = 20_000) int most) {
        assertThat(MarkdownReport.of(LARGE, most).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a | b => a &#124; b",
                "<script> => &#60;script&#62;",
                "*a* _b_ `c` ~~d~~ => &#42;a&#42; &#95;b&#95; &#96;c&#96; &#126;&#126;d&#126;&#126;",
                "[a](b) ![c](d) => &#91;a&#93;(b) !&#91;c&#93;(d)",
                "@octocat #12 $x$ &amp; \\ => &#64;octocat &#35;12 &#36;x&#36; &#38;amp; &#92;",
                "'a\n\tb' => a b",
            })
    void textIsShownAsItIs(String text, String written) {
        assertThat(Markdown.text(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"a, 3", "a `b` c, 3", "'```', 4", "'x ````` y', 6"})
    void noTextEndsItsBlock(String text, int fence) {
        assertThat(Markdown.block(text)).isEqualTo("`".repeat(fence) + "\n" + text + "\n" + "`".repeat(fence) + "\n");
    }

    @Property
    void aRowHasThreeCells(@ForAll String name) {
        String report =
                MarkdownReport.of(Runs.of(Runs.named("com.acme.T#" + name, name, Result.PASSED, name, "", null)));

        assertThat(report.lines().filter(line -> line.startsWith("| passed")))
                .singleElement()
                .asString()
                .endsWith("|")
                .satisfies(row -> assertThat(row.chars().filter(character -> character == '|'))
                        .hasSize(4));
    }
}
