package io.github.vramguard.cli.history;

import static io.github.vramguard.run.Measured.GPU_MACHINE;
import static io.github.vramguard.run.Measured.pool;
import static io.github.vramguard.run.Measured.run;
import static io.github.vramguard.run.Measured.test;
import static io.github.vramguard.run.Result.PASSED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vramguard history show}. */
class HistoryShowTests extends TypedHistory {

    private static final long MIB = 1 << 20;

    /** Six commits, of which the fourth leaks 8 MiB more. */
    private void addSix(String id) throws IOException {
        for (int i = 1; i <= 6; i++) {
            Run run = run(
                    RunFixture.MACHINE,
                    i,
                    test(id, PASSED, pool(Pool.HEAP, i < 4 ? 0 : 8 * MIB), pool(Pool.THREADS, 0)));
            assertThat(add(run, "--commit", i + "abcdef01234567", "--time", "2026-11-0" + i + "T12:00:00+01:00"))
                    .isZero();
        }
        out.getBuffer().setLength(0);
    }

    @Test
    void aChangeIsShownWithItsCommit() throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), "show")).isZero();
        assertThat(out).hasToString("""
                A#a() @NoLeak
                  heap residual  ▁▁▁███  8 MiB
                    worse by 8 MiB since 4abcdef012 of 2026-11-04: 0 B, then 8 MiB
                1 of 2 series changes; --all shows all series
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "--fail-on-regression, 1",
        "--fail-on-regression --last 3, 1",
        "--all, 0",
    })
    void itFailsWhereThatIsAskedFor(String option, int code) throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), ("show " + option).split(" "))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "0", "-1"})
    void aNumberOfCommitsThatWouldNeverFailIsRefused(String commits) throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), "show", "--fail-on-regression", "--last", commits))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("--last " + commits + " would never fail", "once 3 commits", "give 3 or more");
    }

    @Test
    void aNumberOfCommitsWithoutAReasonToFailIsRefused() throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), "show", "--last", "5")).isEqualTo(3);
        assertThat(err.toString()).contains("--last needs --fail-on-regression");
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1"})
    void aTestThatIsGoneFailsNoLongerThanItsChangeIsAmongTheLastCommitsOfAll(String commits, int code)
            throws IOException {
        addSix("A#gone()");
        for (int i = 7; i <= 9; i++) {
            Run run = run(RunFixture.MACHINE, i, test("A#other()", PASSED, pool(Pool.HEAP, 0)));
            add(run, "--commit", i + "abcdef01234567", "--time", "2026-11-0" + i + "T12:00:00+01:00");
        }

        assertThat(history(Map.of(), "show", "--fail-on-regression", "--last", commits))
                .isEqualTo(code);
    }

    @Test
    void oneNameIsGivenToOneSeries() throws IOException {
        for (int i = 1; i <= 3; i++) {
            String[] commit = {"--commit", i + "abcdef01234567", "--time", "2026-11-0" + i + "T12:00:00Z"};
            add(run(RunFixture.MACHINE, i, test("A#a()", PASSED, pool(Pool.HEAP, i), pool(Pool.FILES, 0))), commit);
            add(run(GPU_MACHINE, i, test("A#a()", PASSED, pool(Pool.HEAP, i))), commit);
        }
        out.getBuffer().setLength(0);

        assertThat(history(Map.of(), "show", "--all")).isZero();
        assertThat(out.toString())
                .contains(
                        "  heap residual on " + RunFixture.MACHINE.name() + "  ",
                        "  heap residual on " + GPU_MACHINE.name() + "  ",
                        "  files residual  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--json", "--html"})
    void whatCannotBeReadIsAlwaysSaid(String option) throws IOException {
        addSix("A#a()");
        Files.writeString(file(), "<<<<<<< \u001b[31mHEAD\n", StandardOpenOption.APPEND);
        Path page = folder.resolve("history.html");
        String[] show = option.equals("--html")
                ? new String[] {"show", option, page.toString()}
                : new String[] {"show", option};

        assertThat(history(Map.of(), show)).isZero();
        assertThat(err.toString())
                .startsWith("vramguard: " + file() + ", line 7 is not a line of a history: ")
                .hasLineCount(1);
        if (option.equals("--html")) {
            assertThat(page).content().contains("<li class=\"problem\">" + file() + ", line 7 is not a line");
        }
    }

    @Test
    void noTerminalObeysWhatAFileSays() throws IOException {
        addSix("A#a()");
        Files.writeString(
                file(),
                Files.readString(file())
                        .replace("\"4abcdef01234567\"", "\"4\\u001b[31m\"")
                        .replace("\"pool\":\"heap\"", "\"pool\":\"\\u001b[2J\"")
                        .replace("8388608", "838860800"));

        assertThat(history(Map.of(), "show")).isZero();
        assertThat(out.toString()).contains("?[2J residual", "since 4?[31m").doesNotContain("\u001b");
    }

    @Test
    void testsCanBeChosen() throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), "show", "--test", "A#b", "--fail-on-regression"))
                .isZero();
        assertThat(out).hasToString("0 of 0 series change\n");
        assertThat(history(Map.of(), "show", "--test", "#a", "--all")).isZero();
        assertThat(out.toString()).contains("threads residual  ▁▁▁▁▁▁  0\n", "1 of 2 series changes\n");
    }

    @Test
    void jsonIsAnObjectALine() throws IOException {
        addSix("A#a()");

        assertThat(history(Map.of(), "show", "--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("pool").textValue()).isEqualTo("heap");
        assertThat(json.get("points")).hasSize(6);
        assertThat(json.get("points").get(5).get("amount").longValue()).isEqualTo(8 * MIB);
        assertThat(json.get("changes").get(0).get("commit").textValue()).isEqualTo("4abcdef01234567");
    }

    @Test
    void thePageIsWellFormedWhateverTestsAreCalled() throws Exception {
        addSix("A#a(\"<script>alert('&')</script>\u0007\")");
        Path page = folder.resolve("page/history.html");

        assertThat(history(Map.of(), "show", "--html", page.toString())).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("A#a(&quot;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt; &quot;) @NoLeak</h2>")
                .contains("worse by 8 MiB since 4abcdef012", "role=\"img\"", "prefers-color-scheme: dark")
                .doesNotContain("<script", "http://", "https://");
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<meta [^>]*>", "");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    @Test
    void aHistoryThatIsMissingIsRefused() {
        assertThat(history(Map.of(), "show")).isEqualTo(3);
        assertThat(err.toString()).contains("there is no such file; vramguard history add creates it");
        assertThat(history(Map.of())).isEqualTo(3);
    }
}
