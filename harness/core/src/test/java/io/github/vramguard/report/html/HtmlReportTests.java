package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.bytes;
import static io.github.vramguard.report.html.RunOf.test;
import static io.github.vramguard.report.html.RunOf.tests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.schema.Schema;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTests {

    private static final int MEGABYTE = 1_000_000;

    private static Run named(String name) {
        return tests(test(name, Result.PASSED, bytes("native", PoolOutcome.PASSED, 1L, 1L)));
    }

    private static String data(String page) {
        String start = "<script id=\"data\" type=\"application/gzip\">";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("</script>", from));
    }

    private static JsonNode json(String data) throws IOException {
        try (InputStream json =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
            return new ObjectMapper().readTree(json);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>window.pwned=1</script>",
                "<!--<script>",
                "]]>",
                "&lt;img src=x&gt;",
                "\u2028\u2029",
                "{data}",
                "{script}",
                "\"}],\"\\",
                "\u0000\u001b[31m\u202e",
            })
    void aNameIsDataAndNothingElse(String name) throws IOException {
        String data = data(HtmlReport.of(named(name)));

        assertThat(json(data).at("/tests/0/test/name").asText()).isEqualTo(name + "()");
        assertThat(data).matches("[A-Za-z0-9+/]+=*");
    }

    @Test
    void theDataAreThoseOfRunJson() throws IOException {
        JsonNode data = json(data(HtmlReport.of(RunOf.eachKind())));

        assertThat(Schema.named("run").faults(data)).isEmpty();
        assertThat(data.get("tests")).hasSize(RunOf.eachKind().tests().size());
    }

    @Test
    void halfOfACharacterIsNoReasonToFail() {
        assertThat(HtmlReport.of(named("\ud83d")).getBytes(StandardCharsets.UTF_8))
                .isNotEmpty();
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(HtmlReport.of(named("loads")))
                .contains("default-src 'none'")
                .doesNotContainPattern("<(link|img|iframe|object|embed)\\b")
                .doesNotContainPattern("(src|href)=\"(?!#)")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void theLicenceOfWhatDrawsTheChartsIsInThePage() {
        assertThat(HtmlReport.of(named("loads"))).contains("Permission is hereby granted, free of charge");
    }

    @Test
    void fiveThousandTestsAreAFileThatCanBeSent() {
        assertThat(HtmlReport.of(BigRun.create()).getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(MEGABYTE, 10 * MEGABYTE);
    }
}
