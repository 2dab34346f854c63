package io.github.vramguard.junit;

import io.github.vramguard.BaselineUpdate;
import io.github.vramguard.Settings;
import io.github.vramguard.baseline.Baseline;
import io.github.vramguard.baseline.BaselineFile;
import io.github.vramguard.baseline.Exceeded;
import io.github.vramguard.baseline.Remembered;
import io.github.vramguard.run.Directory;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.verdict.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What is remembered of earlier runs on machines of this class: a budget for each test, and what to remember of this run. */
final class Baselines {

    private final Settings settings;
    private final Machine machine;
    private final Optional<Baseline> known;

    private Baselines(Settings settings, Machine machine, Optional<Baseline> known) {
        this.settings = settings;
        this.machine = machine;
        this.known = known;
    }

    static Baselines of(Settings settings, Machine machine) {
        Optional<Path> directory = settings.reporting().baselines();
        return new Baselines(settings, machine, directory.flatMap(path -> read(path, machine)));
    }

    private static Optional<Baseline> read(Path directory, Machine machine) {
        try {
            return BaselineFile.in(directory, machine).read();
        } catch (IOException damaged) {
            throw new ExtensionConfigurationException(String.valueOf(damaged.getMessage()), damaged);
        }
    }

    boolean areKept() {
        return settings.reporting().baselines().isPresent();
    }

    /** What exceeds its baseline; nothing while baselines are written anew. */
    List<Finding> exceededBy(MeasuredTest test) {
        return settings.reporting().update() == BaselineUpdate.ALL
                ? List.of()
                : known.stream()
                        .flatMap(baseline -> baseline.exceededBy(test).stream())
                        .map(Baselines::finding)
                        .toList();
    }

    private static Finding finding(Exceeded exceeded) {
        Remembered remembered = exceeded.remembered();
        return new Finding.OverRemembered(
                remembered.pool(),
                remembered.measure().toString(),
                exceeded.measured(),
                remembered.amount(),
                exceeded.forgiven());
    }

    /** Remembers what was asked for, and says what is not remembered, or remembered of tests that are no more. */
    List<String> end(List<MeasuredTest> measured) {
        return settings.reporting()
                .baselines()
                .map(directory -> end(directory, measured))
                .orElse(List.of());
    }

    private List<String> end(Path directory, List<MeasuredTest> measured) {
        try {
            return settings.reporting().update() == BaselineUpdate.NO
                    ? compared(directory, measured)
                    : Directory.alone(directory, () -> updated(directory, measured));
        } catch (IOException failed) {
            return List.of(
                    "the baseline " + BaselineFile.in(directory, machine).path() + " was not updated: " + failed);
        }
    }

    private List<String> compared(Path directory, List<MeasuredTest> measured) {
        return known.map(baseline -> Stream.concat(
                                gone(baseline).stream()
                                        .map(test -> "in the baseline, and renamed or removed since: " + test),
                                baseline.lacking(measured).stream()
                                        .map(test ->
                                                "not in the baseline, which vramguard.baseline.update = new mends: "
                                                        + test))
                        .toList())
                .orElseGet(() -> List.of("no baseline for " + machine.name() + " in " + directory
                        + "; vramguard.baseline.update = new records one"));
    }

    private List<String> updated(Path directory, List<MeasuredTest> measured) throws IOException {
        BaselineFile file = BaselineFile.in(directory, machine);
        Baseline before = file.read().orElseGet(() -> Baseline.none(machine));
        boolean all = settings.reporting().update() == BaselineUpdate.ALL;
        List<String> forgotten = all ? gone(before) : List.of();
        Baseline after =
                all ? before.with(measured).without(line -> forgotten.contains(line.test())) : before.withNew(measured);
        file.write(after);
        List<String> said = new ArrayList<>();
        said.add("baseline: " + file.path() + ", " + after.changedSince(before) + " of "
                + after.lines().size() + " lines are new or changed");
        forgotten.forEach(test -> said.add("no longer in the baseline, because it was renamed or removed: " + test));
        return said;
    }

    private static List<String> gone(Baseline baseline) {
        return baseline.lines().stream()
                .map(Remembered::test)
                .distinct()
                .filter(TestMethods::areGone)
                .toList();
    }
}
