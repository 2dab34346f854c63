package io.github.vramguard.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the trials that were asked for, one JVM at a time. */
@Command(
        name = "scripts/field/run",
        description =
                "Uses real libraries, rightly and wrongly, in tests that VramGuard judges, and compares the verdicts with"
                        + " how each case grows in a loop outside.",
        footer = "Exit code: 0 if all verdicts were as expected, 1 if one was not.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        usageHelpAutoWidth = true)
final class Field implements Callable<Integer> {

    @Option(names = "--case", description = "cases to run, as a regular expression such as Jna.* or .*leak_.*")
    Pattern cases = Pattern.compile(".*");

    @Option(names = "--mode", split = ",", description = "${COMPLETION-CANDIDATES}")
    List<Mode> modes = List.of(Mode.leakTest);

    @Option(names = "--jdk", split = ",", description = "17, 25")
    List<Integer> jdks = List.of(17);

    @Option(names = "--flags", split = ",", description = "${COMPLETION-CANDIDATES}")
    List<Flags> flags = List.of(Flags.rec);

    @Option(names = "--collector", split = ",", description = "${COMPLETION-CANDIDATES}")
    List<Collector> collectors = List.of(Collector.g1);

    @Option(names = "--repeat", description = "how often")
    int repetitions = 1;

    @Option(names = "--out", description = "where results are added: truth.tsv, trials.tsv, table.md")
    Path out = Path.of("target/field");

    @Option(names = "--new-only", description = "leave out trials that trials.tsv has")
    boolean newOnly;

    @Option(
            names = "--no-truth",
            negatable = true,
            description = "do not measure how the cases grow without the extension")
    boolean truth = true;

    private Results results;
    private Jvm jvm;
    private int deviations;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Field()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createDirectories(out.toAbsolutePath());
        results = new Results(folder);
        jvm = new Jvm(Files.createDirectories(folder.resolve("work")));
        Map<String, Growth> truths = results.truths();
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (Case each : Case.all()) {
                if (cases.matcher(each.name()).matches()) {
                    runAll(each, repetition, truths);
                }
            }
        }
        Files.writeString(folder.resolve("table.md"), Table.all(truths, results.trials()));
        return deviations == 0 ? 0 : 1;
    }

    private void runAll(Case each, int repetition, Map<String, Growth> truths)
            throws IOException, InterruptedException {
        if (!truths.containsKey(each.name())) {
            truths.put(each.name(), truth ? measure(each) : Growth.unknown());
        }
        for (Trial trial : Trial.all(each, modes, jdks, flags, collectors, repetition)) {
            if (!newOnly || !results.have(trial)) {
                run(trial, truths.get(each.name()));
            }
        }
    }

    private Growth measure(Case each) throws IOException, InterruptedException {
        Growth truth = jvm.measure(each);
        results.add(each, truth);
        say(Expectation.isMisnamed(each, truth), each.name() + ": " + truth.toText());
        return truth;
    }

    private void run(Trial trial, Growth truth) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Outcome outcome = jvm.run(trial);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        boolean missed = Expectation.isMissed(trial, truth, outcome);
        results.add(trial, missed, outcome, seconds);
        say(
                missed,
                "%s: %s in cycle %d, %d s %s"
                        .formatted(trial, outcome.verdict(), outcome.cycles(), seconds, outcome.pools()));
        if (missed) {
            System.out.println("          " + outcome.headline());
        }
    }

    private void say(boolean deviates, String text) {
        System.out.println((deviates ? "DEVIATES  " : "          ") + text);
        deviations += deviates ? 1 : 0;
    }
}
