package io.github.vramguard.rule;

import io.github.vramguard.verdict.Step;
import java.util.Comparator;
import java.util.List;

/**
 * The levels after one that is taken as the reference, and whether their steps are the beat of a leak.
 *
 * @param levels all levels, the first before cycle 1
 * @param reference the position of the reference
 * @param found the lasting steps after it, counted from it
 * @param smallest the smallest rise that counts as a step
 * @param sensitivity how much evidence it takes
 */
record StepWindow(Levels levels, int reference, LastingSteps found, double smallest, Sensitivity sensitivity) {

    static StepWindow after(int reference, Levels levels, double smallest, Sensitivity sensitivity) {
        LastingSteps found = LastingSteps.in(levels.from(reference), smallest).confirmed(sensitivity.stepped());
        return new StepWindow(levels, reference, found, smallest, sensitivity);
    }

    boolean showsLeak() {
        return hasEnoughSteps()
                && keepsItsGrowth()
                && endsAboveItsPast()
                && hasRhythm()
                && goesOn()
                && fillsBothHalves();
    }

    /** Once a leak is proven, it explains the last rise too, if that is like the others. */
    StepWindow completed() {
        LastingSteps all = LastingSteps.in(levels.from(reference), smallest).confirmed(true);
        return new StepWindow(levels, reference, all, smallest, sensitivity);
    }

    List<Step> steps() {
        return found.steps();
    }

    int cycles() {
        return found.end();
    }

    double growth() {
        return (quietCycles() > 0 ? levels.settled() : levels.last()) - levels.at(reference);
    }

    private boolean isFirst() {
        return reference == sensitivity.warmup();
    }

    private boolean hasEnoughSteps() {
        return steps().size() >= (isFirst() ? sensitivity.leakSteps() : Math.max(4, sensitivity.leakSteps()));
    }

    private boolean keepsItsGrowth() {
        return found.up() - found.down() >= 0.6 * found.up();
    }

    /** A later reference must not hide that the level was as high before. */
    private boolean endsAboveItsPast() {
        Levels past = levels.between(sensitivity.warmup(), reference);
        return past.countAtLeast(levels.settled()) <= 0.2 * past.size();
    }

    /** Three steps are little evidence: they must be alike, evenly spaced, and nothing ever released. */
    private boolean hasRhythm() {
        if (steps().size() > 3) {
            return true;
        }
        Levels gaps = gaps();
        return gaps.range() <= 1
                && sizes().max() <= 2 * sizes().min()
                && levels.from(1).moves().min() > -smallest;
    }

    /** The next step is not overdue. One long pause is no part of the rhythm. */
    private boolean goesOn() {
        Levels gaps = gaps().sorted();
        Levels rhythm = steps().size() > 3 ? gaps.head(gaps.size() - 1) : gaps;
        return quietCycles() < 2 * rhythm.mean() || quietCycles() <= rhythm.max();
    }

    private boolean fillsBothHalves() {
        List<Step> alike = withoutOneBigStep();
        double late = sizeOf(alike.stream().filter(this::isLate).toList());
        double early = sizeOf(alike.stream().filter(step -> !isLate(step)).toList());
        return late > 0
                && late >= 0.5 * early
                && (steps().size() <= 3 || steps().stream().filter(this::isLate).count() >= 2);
    }

    /** One big step on top of small ones proves nothing. */
    private List<Step> withoutOneBigStep() {
        if (steps().size() <= 3 || sizes().max() <= 2 * sizes().median()) {
            return steps();
        }
        Step biggest =
                steps().stream().max(Comparator.comparingDouble(Step::size)).orElseThrow();
        return steps().stream().filter(step -> !step.equals(biggest)).toList();
    }

    private boolean isLate(Step step) {
        return 2 * step.cycle() > cycles();
    }

    private int quietCycles() {
        return cycles() - steps().get(steps().size() - 1).cycle();
    }

    private Levels gaps() {
        return Levels.of(steps().stream().mapToDouble(Step::cycle).toArray()).moves();
    }

    private Levels sizes() {
        return Levels.of(steps().stream().mapToDouble(Step::size).toArray());
    }

    private static double sizeOf(List<Step> steps) {
        return steps.stream().mapToDouble(Step::size).sum();
    }
}
