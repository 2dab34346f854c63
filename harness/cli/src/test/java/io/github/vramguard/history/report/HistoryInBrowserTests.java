package io.github.vramguard.history.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.browser.BrowserTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a history, which shares the browser of the reports and nothing else with them. */
class HistoryInBrowserTests extends BrowserTest {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ["violations"] }).then(found => done(
                found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html + " " + node.failureSummary))))
            """;
    private static final String OPEN_VALUES =
            "document.querySelectorAll('details').forEach(values => values.open = true)";

    @SuppressWarnings("unchecked")
    private static List<String> violations() throws IOException {
        try (InputStream script = Objects.requireNonNull(HistoryInBrowserTests.class.getResourceAsStream(AXE), AXE)) {
            browser.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) browser.await(VIOLATIONS);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void axeFindsNothing(String colours, int width) throws IOException {
        browser.still(colours).sized(width, 900, 1);
        open(MadeUpSeries.page("com.acme.ModelTests#loadsTwice()"), "").run(OPEN_VALUES);

        assertThat(violations()).isEmpty();
    }

    @Test
    void axeFindsAChartWithoutAName() throws IOException {
        open(MadeUpSeries.page("a"), "")
                .run("document.querySelector('svg').removeAttribute('aria-labelledby');"
                        + "document.querySelector('svg > title').remove()");

        assertThat(violations()).anyMatch(found -> found.startsWith("svg-img-alt: "));
    }

    @Test
    void onAPhoneTheChartScrollsAndThePageDoesNot() throws IOException {
        browser.sized(390, 900, 1);
        open(MadeUpSeries.page("com.acme.ModelTests#loadsTwice()"), "").run(OPEN_VALUES);

        assertThat(browser.<Boolean>ask("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(browser.<Boolean>ask("document.querySelector('.chart').scrollWidth > innerWidth"))
                .isTrue();
        assertThat(browser.<Number>ask("document.querySelector('svg text').getBoundingClientRect().height")
                        .doubleValue())
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.pwned=1</script>",
                "<img src=x onerror=\"window.pwned=1\">",
                "' onmouseover='window.pwned=1' x='",
                "</style></svg><svg onload=window.pwned=1>",
            })
    void aNameIsShownAsItIsAndDoesNothing(String name) throws IOException {
        open(MadeUpSeries.page(name), "").run(OPEN_VALUES);

        assertThat(browser.texts("h2")).containsExactly(name, name);
        assertThat(browser.<String>ask("typeof window.pwned")).isEqualTo("undefined");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).hasSize(1);
    }

    @Test
    void thePolicyAppliesTheStyleAndNothingElse() throws IOException {
        String page = MadeUpSeries.page("a").replace("<body>", "<body style=\"display: none\">");
        open(page, "");

        assertThat(browser.<String>ask("getComputedStyle(document.body).display"))
                .isEqualTo("block");
        assertThat(browser.<String>ask("getComputedStyle(document.querySelector('.trend')).fill"))
                .isEqualTo("none");
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }
}
