package io.github.vramguard.junit;

import io.github.vramguard.baseline.Baseline;
import io.github.vramguard.baseline.BaselineFile;
import io.github.vramguard.baseline.Compared;
import io.github.vramguard.baseline.Remembered;
import io.github.vramguard.config.BaselineUpdate;
import io.github.vramguard.config.Settings;
import io.github.vramguard.run.Directory;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Precedent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** What a test may keep. It is asked for first: only of a test that is kept anything can be more than is remembered. */
    Precedent permissionOf(MeasuredTest test) {
        return isHeldAgainst() ? new Precedent(List.of(), knownOrNone().permittedTo(test), List.of()) : Precedent.NONE;
    }

    /** What of a test is more than is remembered. */
    Precedent of(MeasuredTest test) {
        return isHeldAgainst() ? new Precedent(exceededBy(test), Set.of(), List.of()) : Precedent.NONE;
    }

    /** The same where no other budget is given: what is not remembered has none, unless it is being recorded. */
    Precedent asOnlyBudgetOf(MeasuredTest test) {
        Precedent precedent = of(test);
        return settings.reporting().update() == BaselineUpdate.NO
                ? new Precedent(precedent.exceeded(), Set.of(), unremembered(test))
                : precedent;
    }

    /** Not while baselines are written anew. */
    private boolean isHeldAgainst() {
        return areKept() && settings.reporting().update() != BaselineUpdate.ALL;
    }

    private List<Finding.OverRemembered> exceededBy(MeasuredTest test) {
        return knownOrNone().exceededBy(test).stream().map(Baselines::finding).toList();
    }

    private Baseline knownOrNone() {
        return known.orElseGet(() -> Baseline.none(machine));
    }

    private List<InconclusiveReason> unremembered(MeasuredTest test) {
        return knownOrNone()
                .lackedOf(test)
                .map(figure -> new InconclusiveReason(
                        InconclusiveReason.Cause.UNREMEMBERED,
                        figure.quantity().pool(),
                        "no peak of this test is remembered for " + machine.name()
                                + "; vramguard.baseline.update = new records it"))
                .toList();
    }

    private static Finding.OverRemembered finding(Compared more) {
        Remembered remembered = more.remembered();
        return new Finding.OverRemembered(
                remembered.pool(),
                remembered.measure().toString(),
                more.measured(),
                remembered.amount(),
                more.forgiven());
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
        return known.map(baseline -> Stream.of(
                                gone(baseline).stream()
                                        .map(test -> "in the baseline, and renamed or removed since: " + test),
                                missing(baseline, measured),
                                baseline.lacking(measured).stream()
                                        .map(test ->
                                                "not in the baseline, which vramguard.baseline.update = new mends: "
                                                        + test))
                        .flatMap(Function.identity())
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
        missing(after, measured).forEach(said::add);
        return said;
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
        return baseline.lines().stream().map(Remembered::test).distinct().map(TestKey::new);
    }
}
