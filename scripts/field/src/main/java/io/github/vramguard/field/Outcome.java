package io.github.vramguard.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How one test ended.
 *
 * @param verdict {@code PASSED}, {@code FAILED}, {@code INCONCLUSIVE}, {@code LOAD FAILED} where the case itself failed, or
 *     {@code ERROR} where the test had no verdict, or one that
 *     JUnit did not get
 * @param cycles how many cycles it took
 * @param pools the pools that were not clean, such as {@code native:FAILED/LEAK+307200}
 * @param headline the verdict in a line
 */
record Outcome(String verdict, int cycles, String pools, String headline) {

    static Outcome of(List<String> output, Path record) throws IOException {
        String tests = output.stream()
                .filter(line -> line.startsWith(TestRun.TESTS))
                .findFirst()
                .orElse(null);
        if (tests == null || !Files.exists(record)) {
            return new Outcome("ERROR", 0, "", "the JVM ended early: " + lastOf(output));
        }
        JsonNode test =
                new ObjectMapper().readTree(record.toFile()).path("tests").path(0);
        String verdict = test.path("verdict").asText("ERROR");
        int succeeded = Integer.parseInt(tests.split(" ")[1]);
        boolean failed = !tests.split(" ")[2].equals("0");
        if (failed && verdict.equals("NOT_JUDGED")) {
            return new Outcome("LOAD FAILED", succeeded, "", lastOf(output));
        }
        if (failed != verdict.equals("FAILED")) {
            return new Outcome(
                    "ERROR", 0, "", "%s, but the tests were %s: %s".formatted(verdict, tests, lastOf(output)));
        }
        return new Outcome(
                verdict,
                test.path("timeline").path("levels").size() - 1,
                String.join(" ", pools(test)),
                oneLine(test.path("headline").asText()));
    }

    private static List<String> pools(JsonNode test) {
        List<String> pools = new ArrayList<>();
        for (JsonNode pool : test.path("pools")) {
            String outcome = pool.path("outcome").asText();
            if (!outcome.equals("PASSED") && !outcome.equals("UNREAD")) {
                pools.add("%s:%s/%s+%d"
                        .formatted(
                                pool.path("pool").asText(),
                                outcome,
                                pool.path("shape").asText(),
                                pool.path("growthPerCycle")
                                        .asLong(pool.path("residual").asLong())));
            }
        }
        return pools;
    }

    private static String lastOf(List<String> output) {
        return oneLine(String.join(" | ", output.subList(Math.max(0, output.size() - 12), output.size())));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
