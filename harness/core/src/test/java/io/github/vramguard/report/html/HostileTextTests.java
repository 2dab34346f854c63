package io.github.vramguard.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.run.Timeline.Moment;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Shape;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are chosen by those who write tests, and a report is read by others. */
class HostileTextTests extends InBrowser {

    private static final String PWNED = "typeof window.pwned";

    /** The same text wherever a text can be. */
    private static Run everywhere(String text) {
        Machine machine = new Machine(text, text, List.of(text), text);
        JvmRun killed = new JvmRun(JvmRun.FORMAT, "1-2", text, 1_795_000_000_000L, null, null, machine);
        MeasuredPool pool = new MeasuredPool(
                text,
                Pool.Unit.BYTES,
                text,
                Quality.MIXED,
                PoolOutcome.FAILED,
                Shape.LEAK,
                1L,
                2L,
                3L,
                9L,
                8L,
                7L,
                text,
                Arrays.asList(1L, null, 9L));
        Timeline timeline = new Timeline(
                List.of(0L, 400L, 800L),
                List.of(0, 2),
                0,
                List.of(new Moment(text, 1, 64L), new Moment(text, 2, null)),
                null);
        TestCase test = new TestCase(text, text, text, text, 1);
        return Run.of(
                List.of(killed),
                List.of(RunOf.test(test, Result.UNFINISHED, text, text, text, timeline, pool)),
                List.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.pwned=1</script>",
                "<img src=x onerror=\"window.pwned=1\">",
                "\" autofocus onfocus=\"window.pwned=1\" x=\"",
                "' onmouseover='window.pwned=1' x='",
                "<svg onload=window.pwned=1>",
                "javascript:window.pwned=1",
                "--><script>window.pwned=1</script>",
                "{{constructor.constructor('window.pwned=1')()}}",
                "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e",
            })
    void isShownAsItIsAndDoesNothing(String text) throws IOException {
        String key =
                URLEncoder.encode(text + " " + text, StandardCharsets.UTF_8).replace("+", "%20");
        Long elements = elements("loads", "loads%20loads");

        Long hostile = elements(text, key);

        assertThat(browser.text("#panel-title")).isEqualTo(text);
        assertThat(browser.texts("details .mark")).contains(text + " (64 tokens)", text);
        assertThat(browser.texts(".notice li")).contains(text);
        assertThat(browser.<String>ask(PWNED)).isEqualTo("undefined");
        assertThat(hostile).as("elements in the page").isEqualTo(elements);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).hasSize(1);
    }

    /** All that a reader can open is open, and the chart has been pointed at. */
    private Long elements(String text, String key) throws IOException {
        open(HtmlReport.of(everywhere(text)), "#" + key);
        openReadings();
        browser.pointAt(".u-over");
        return browser.ask("document.querySelectorAll('body *').length");
    }

    @Test
    void aScriptThatIsNotOfThePageIsStoppedByThePolicyOfThePage() throws IOException {
        String page = HtmlReport.of(RunOf.eachKind()).replace("</body>", "<script>window.pwned=1</script></body>");

        open(page, "");

        assertThat(browser.<String>ask(PWNED)).isEqualTo("undefined");
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    }

    /** Whoever looks for such a script would see it. */
    @Test
    void withoutThePolicyItWouldHaveRun() throws IOException {
        String page = HtmlReport.of(RunOf.eachKind())
                .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", "<script>window.pwned=1</script></body>");

        open(page, "");

        assertThat(browser.<String>ask(PWNED)).isEqualTo("number");
    }
}
