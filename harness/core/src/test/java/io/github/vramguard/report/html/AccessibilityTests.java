package io.github.vramguard.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds: names, roles, contrast, and what cannot be reached with keys. */
class AccessibilityTests extends InBrowser {

    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ["violations"] }).then(found => done(
                found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html + " " + node.failureSummary))))
            """;

    private static String axe() throws IOException {
        String name = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream script = Objects.requireNonNull(AccessibilityTests.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void open(String colours, int width, String fragment) throws IOException {
        browser.still(colours).sized(width, 900, 1);
        openEachKind(fragment).run(axe());
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations() {
        return (List<String>) browser.await(VIOLATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "light, 1280, ''",
        "dark, 1280, ''",
        "light, 390, ''",
        "dark, 390, ''",
        "light, 1280, " + LEAK,
        "dark, 1280, " + LEAK,
        "light, 390, " + LEAK,
        "dark, 390, " + LEAK,
    })
    void axeFindsNothing(String colours, int width, String fragment) throws IOException {
        open(colours, width, fragment);

        assertThat(violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "dark, 390"})
    void axeFindsNothingInABudget(String colours, int width) throws IOException {
        browser.still(colours).sized(width, 900, 1);
        open(HtmlReport.of(RunOf.tests(Charted.budget(7168, 6144, 5120L))), BUDGET)
                .run(axe());

        assertThat(violations()).isEmpty();
    }

    @Test
    void axeFindsAFieldWithoutAName() throws IOException {
        open("light", 1280, "");
        browser.run("document.querySelector('.search').replaceWith(document.querySelector('#filter'));"
                + "document.querySelector('#filter').placeholder = ''");

        assertThat(violations()).anyMatch(found -> found.startsWith("label: "));
    }
}
