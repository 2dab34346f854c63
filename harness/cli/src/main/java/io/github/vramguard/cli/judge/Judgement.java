package io.github.vramguard.cli.judge;

import io.github.vramguard.cli.series.Series;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.SeriesRule;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rule says of a recorded series.
 *
 * @param series the series
 * @param cycles the cycles that were judged, gaps left out
 * @param shown what its levels show
 */
record Judgement(Series series, int cycles, SeriesVerdict shown) {

    /** What it comes to. */
    enum Verdict {
        /** Memory returns to its baseline. */
        PASSED,
        /** Memory leaks, by more than is tolerated. */
        FAILED,
        /** Neither can be said. */
        INCONCLUSIVE
    }

    static Judgement of(Series series) {
        double[] levels = series.levels();
        if (levels.length == 0) {
            return new Judgement(series, 0, neverRead(series));
        }
        SeriesVerdict shown = SeriesRule.judge(levels, series.signal().sensitivity());
        return new Judgement(series, levels.length - 1, shown);
    }

    private static SeriesVerdict neverRead(Series series) {
        int need = series.signal().sensitivity().minStepCycles();
        return new SeriesVerdict(Shape.INCONCLUSIVE, 0, 0, 0, 0, List.of(), 0, "never read", need);
    }

    /** A gap can hide what breaks a verdict, so that it never lets one be kept; nor do too few cycles. */
    Verdict verdict() {
        if (cycles < Preset.FEWEST_CYCLES) {
            return Verdict.INCONCLUSIVE;
        }
        if (shown.shape() == Shape.LEAK && !isTolerated()) {
            return Verdict.FAILED;
        }
        return shown.shape().clean() && series.gaps() == 0 ? Verdict.PASSED : Verdict.INCONCLUSIVE;
    }

    private boolean isTolerated() {
        return !series.signal().isLeak(shown.rate());
    }

    /** How many more cycles are likely to settle it; 0 where it is settled. */
    int need() {
        return series.endsInGap() ? Math.max(1, shown.need()) : shown.need();
    }

    String perCycle() {
        return series.signal().format(shown.rate());
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>(List.of(shown.detail()));
        if (shown.shape() == Shape.LEAK && isTolerated()) {
            double tolerance = series.signal().sensitivity().tolerance();
            reasons.add("no more than the tolerance of " + series.signal().format(tolerance) + " a cycle");
        }
        if (series.gaps() > 0) {
            reasons.add("gaps left out: " + series.gaps());
        }
        if (series.endsInGap()) {
            reasons.add("the last value is a gap");
        }
        if (need() > 0) {
            reasons.add("about " + need() + " more cycles would tell");
        }
        return reasons;
    }
}
