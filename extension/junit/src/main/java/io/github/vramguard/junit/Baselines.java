package io.github.vramguard.junit;

import io.github.vramguard.baseline.Baseline;
import io.github.vramguard.baseline.BaselineFile;
import io.github.vramguard.baseline.BaselineLine;
import io.github.vramguard.baseline.Compared;
import io.github.vramguard.config.BaselineUpdate;
import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Precedent;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The baseline of earlier runs on machines of this class: what each test is compared with, and what to add of this run. */
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

    boolean areUsed() {
        return settings.reporting().baselines().isPresent();
    }

    /**
     * Compares a test with its baseline. What a first use can explain is permitted up to the baseline; only a test that passes
     * then can exceed it.
     *
     * @param hasOtherLimit false if the baseline is the only limit, so that a missing one leaves the verdict inconclusive
     */
    Verdict compare(Verdict verdict, Function<Verdict, MeasuredTest> record, boolean hasOtherLimit) {
        if (!areUsed() || settings.reporting().update() == BaselineUpdate.ALL) {
            return verdict;
        }
        Baseline baseline = known.orElseGet(() -> Baseline.none(machine));
        MeasuredTest measured = record.apply(verdict);
        Set<Pool> permitted = baseline.permittedTo(measured);
        if (!permitted.isEmpty()) {
            Verdict then = new Precedent(List.of(), permitted, List.of()).applyTo(verdict);
            return compared(then, baseline, record.apply(then), hasOtherLimit);
        }
        return compared(verdict, baseline, measured, hasOtherLimit);
    }

    private Verdict compared(Verdict verdict, Baseline baseline, MeasuredTest test, boolean hasOtherLimit) {
        boolean mustBeKnown = !hasOtherLimit && settings.reporting().update() == BaselineUpdate.NO;
        return new Precedent(exceeded(baseline, test), Set.of(), mustBeKnown ? missing(baseline, test) : List.of())
                .applyTo(verdict);
    }

    private static List<Finding.OverBaseline> exceeded(Baseline baseline, MeasuredTest test) {
        return baseline.exceededBy(test).stream().map(Baselines::finding).toList();
    }

    private static Finding.OverBaseline finding(Compared more) {
        BaselineLine remembered = more.line();
        return new Finding.OverBaseline(
                remembered.pool(),
                remembered.measure().toString(),
                more.measured(),
                remembered.amount(),
                more.tolerance());
    }

    private List<InconclusiveReason> missing(Baseline baseline, MeasuredTest test) {
        return baseline.lackedOf(test)
                .map(figure -> new InconclusiveReason(
                        InconclusiveReason.Cause.UNREMEMBERED,
                        figure.quantity().pool(),
                        "no peak of this test is remembered for " + machine.name()
                                + "; vramguard.baseline.update = new records it"))
                .toList();
    }

    /** Updates the baseline if the settings say so, and returns the lines of the summary. */
    List<String> end(List<MeasuredTest> measured) {
        return settings.reporting()
                .baselines()
                .map(directory -> new BaselineSummary(settings.reporting().update(), machine, directory))
                .map(summary -> summary.end(known, measured))
                .orElse(List.of());
    }
}
