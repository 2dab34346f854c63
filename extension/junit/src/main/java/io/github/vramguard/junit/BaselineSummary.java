package io.github.vramguard.junit;

import io.github.vramguard.baseline.Baseline;
import io.github.vramguard.baseline.BaselineFile;
import io.github.vramguard.baseline.BaselineLine;
import io.github.vramguard.config.BaselineUpdate;
import io.github.vramguard.run.Directory;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Updates the baseline at the end of a run, and lists the tests that are missing on either side. */
record BaselineSummary(BaselineUpdate update, Machine machine, Path directory) {

    List<String> end(Optional<Baseline> known, List<MeasuredTest> measured) {
        try {
            return update == BaselineUpdate.NO
                    ? compared(known, measured)
                    : Directory.alone(directory, () -> updated(measured));
        } catch (IOException failed) {
            return List.of(
                    "the baseline " + BaselineFile.in(directory, machine).path() + " was not updated: " + failed);
        }
    }

    private List<String> compared(Optional<Baseline> known, List<MeasuredTest> measured) {
        return known.map(baseline -> Stream.of(
                                gone(baseline).stream()
                                        .map(test -> "in the baseline, but renamed or removed since: " + test),
                                missing(baseline, measured),
                                baseline.lacking(measured).stream()
                                        .map(test -> "not in the baseline; vramguard.baseline.update = new adds it: "
                                                + test))
                        .flatMap(Function.identity())
                        .toList())
                .orElseGet(() -> List.of("no baseline for " + machine.name() + " in " + directory
                        + "; vramguard.baseline.update = new records one"));
    }

    private List<String> updated(List<MeasuredTest> measured) throws IOException {
        BaselineFile file = BaselineFile.in(directory, machine);
        Baseline before = file.read().orElseGet(() -> Baseline.none(machine));
        boolean all = update == BaselineUpdate.ALL;
        List<String> forgotten = all ? gone(before) : List.of();
        Baseline after =
                all ? before.with(measured).without(line -> forgotten.contains(line.test())) : before.withNew(measured);
        file.write(after);
        List<String> lines = new ArrayList<>();
        lines.add("baseline: " + file.path() + ", " + after.changedSince(before) + " of "
                + after.lines().size() + " lines are new or changed");
        forgotten.forEach(test -> lines.add("no longer in the baseline, because it was renamed or removed: " + test));
        missing(after, measured).forEach(lines::add);
        return lines;
    }

    private static List<String> gone(Baseline baseline) {
        return tests(baseline).filter(TestKey::isGone).map(TestKey::text).toList();
    }

    /** Another module may have a class that is not here, so that its lines are never removed. */
    private static Stream<String> missing(Baseline baseline, List<MeasuredTest> measured) {
        Set<String> packages = measured.stream()
                .map(test -> new TestKey(test.key()).packageName())
                .collect(Collectors.toSet());
        return tests(baseline)
                .filter(test -> test.isMissing() && packages.contains(test.packageName()))
                .map(test -> "in the baseline, and its class is not on this class path; if it was renamed or removed,"
                        + " remove its lines: " + test.text());
    }

    private static Stream<TestKey> tests(Baseline baseline) {
        return baseline.lines().stream().map(BaselineLine::test).distinct().map(TestKey::new);
    }
}
