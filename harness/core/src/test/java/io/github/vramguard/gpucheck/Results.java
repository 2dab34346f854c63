package io.github.vramguard.gpucheck;

import io.github.vramguard.gpucheck.Outcome.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was seen.
 *
 * @param outcomes of each claim, in the order they were checked
 * @param latencies of each kind of question
 * @param outputs by command, what it printed
 */
record Results(Map<Claim, Outcome> outcomes, List<Latency> latencies, Map<String, String> outputs) {

    /** Checks every claim, and tells of each as soon as it is known. */
    static Results of(Bench bench, Options options) {
        Map<Claim, Outcome> outcomes = new LinkedHashMap<>();
        claims(bench, options).forEach(claim -> {
            Outcome outcome = claim.outcome();
            System.out.printf("%-11s  %s: %s%n", outcome.grade(), claim.name(), outcome.measured());
            outcomes.put(claim, outcome);
        });
        return new Results(outcomes, Latency.all(bench), Commands.outputs(bench, options));
    }

    private static List<Claim> claims(Bench bench, Options options) {
        return Stream.of(
                        OwnFootprint.claims(bench),
                        Amounts.claims(bench),
                        Release.claims(bench),
                        Leaks.claims(bench),
                        WholeDevice.claims(bench),
                        SmiClaim.claims(bench),
                        PeakClaims.claims(bench),
                        NamespaceClaim.claims(options))
                .flatMap(List::stream)
                .toList();
    }

    boolean failed() {
        return count(Grade.FAIL) > 0;
    }

    private long count(Grade grade) {
        return outcomes.values().stream()
                .filter(outcome -> outcome.grade() == grade)
                .count();
    }

    void write(Testbed testbed, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, markdown(testbed));
    }

    private String markdown(Testbed testbed) {
        Markdown markdown = new Markdown()
                .title("Checked on a real GPU")
                .paragraph("Written by `scripts/gpu-check`: " + summary() + ".")
                .facts(testbed.facts())
                .section("Claims")
                .table(List.of("claim", "expected", "measured", "verdict"), claimRows())
                .section("Latency")
                .table(List.of("question", "calls", "median", "p99"), latencyRows());
        outputs.forEach((command, output) ->
                markdown.section("`java -jar vramguard.jar " + command + "`").block(output));
        return markdown.toString();
    }

    private String summary() {
        return count(Grade.PASS) + " claims passed, " + count(Grade.FAIL) + " failed, " + count(Grade.NOT_CHECKED)
                + " could not be checked";
    }

    private List<List<String>> claimRows() {
        return outcomes.entrySet().stream()
                .map(entry -> List.of(
                        entry.getKey().name(),
                        entry.getKey().expected(),
                        entry.getValue().measured(),
                        entry.getValue().grade().toString()))
                .toList();
    }

    private List<List<String>> latencyRows() {
        return latencies.stream()
                .map(latency ->
                        List.of(latency.question(), Integer.toString(latency.calls()), latency.median(), latency.p99()))
                .toList();
    }
}
