package io.github.vramguard.rule;

import io.github.vramguard.statistics.TheilSen;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import java.util.List;
import java.util.Locale;

/**
 * What noisy levels show that do not leak: whether the slope of the second half of the run is bounded.
 *
 * @param levels the level after each cycle
 * @param tail those of the second half
 * @param sensitivity what slope is tolerated
 */
record SlopedSeries(Levels levels, Levels tail, Sensitivity sensitivity) {

    private static final int MOST_CYCLES = 60;

    static SeriesVerdict judge(Levels levels, Sensitivity sensitivity) {
        Levels cycles = levels.from(1);
        if (cycles.size() < sensitivity.warmup() + sensitivity.cleanCycles()) {
            return SeriesVerdict.inconclusive(
                    levels.last() - levels.at(1), "too few cycles", sensitivity.minStepCycles() - cycles.size());
        }
        int half = Math.max(sensitivity.cleanCycles(), (cycles.size() + 1) / 2);
        return new SlopedSeries(cycles, cycles.tail(half), sensitivity).judge();
    }

    private SeriesVerdict judge() {
        TheilSen slope = TheilSen.of(tail.toArray());
        Regression regression = new Regression(levels, sensitivity.resolution());
        Trend trend = Trend.of(levels, regression);
        if (slope.hi() <= sensitivity.tolerance()) {
            String detail = "no growth beyond the tolerance in the last " + tail.size() + " cycles";
            return verdict(boundedShape(trend, regression), slope, detail, 0);
        }
        Fit bounded = trend.bounded();
        if (trend.gain() < 0 && !bounded.basis().isConstant() && slope.lo() > 0) {
            String detail = "grows like " + bounded.basis().shape() + ", which levels off";
            return verdict(Shape.SATURATING, slope, detail, levels.size());
        }
        return SeriesVerdict.inconclusive(levels.growth(), whyInconclusive(), need());
    }

    private SeriesVerdict verdict(Shape shape, TheilSen slope, String detail, int need) {
        return new SeriesVerdict(
                shape, new Slope(slope.slope(), slope.lo(), slope.hi()), levels.growth(), List.of(), 0, detail, need);
    }

    /** Flat now; the rest is about what happened before. */
    private Shape boundedShape(Trend trend, Regression regression) {
        double growth = levels.growth();
        double tolerance = sensitivity.tolerance();
        if (Math.abs(growth) <= Math.max(4 * tolerance, 3 * tail.noise())) {
            return levels.range() <= 8 * tolerance ? Shape.FLAT : Shape.NOISE;
        }
        if (growth < 0) {
            return Shape.NOISE;
        }
        LevelShift shift = LevelShift.in(levels);
        boolean shifted = regression.bic(shift.residual(), 3) < trend.bounded().bic() && shift.size() > 0;
        return shifted ? sensitivity.shapeOfStepIn(shift.cycle()) : Shape.PLATEAU;
    }

    private String whyInconclusive() {
        return String.format(
                Locale.ROOT,
                "growth in the last %d cycles cannot be ruled out: readings scatter by %.1f times the tolerance",
                tail.size(),
                tail.noise() / sensitivity.tolerance());
    }

    /** Twice the cycles after which a slope of the tolerance stands out from the noise by four standard errors. */
    private int need() {
        double noise = Math.max(tail.noise(), sensitivity.resolution());
        double visible = Math.cbrt(Math.pow(4 * noise * Math.sqrt(12) / sensitivity.tolerance(), 2));
        int enough = (int) Math.min(MOST_CYCLES, Math.ceil(2 * visible));
        return Math.max(sensitivity.minStepCycles(), enough) - levels.size();
    }
}
