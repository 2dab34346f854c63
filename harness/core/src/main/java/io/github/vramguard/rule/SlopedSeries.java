package io.github.vramguard.rule;

import io.github.vramguard.statistics.TheilSen;
import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What noisy levels show that do not leak: whether the slope of the second half of the run is bounded.
 *
 * @param levels the level after each cycle
 * @param tail those of the second half
 * @param sensitivity what slope is tolerated
 */
record SlopedSeries(Levels levels, Levels tail, Sensitivity sensitivity) {

    /** Readings that scatter less, in tolerances, do not explain why growth cannot be ruled out. */
    private static final double SCATTERED = 0.5;

    static SeriesVerdict judge(Levels levels, Sensitivity sensitivity) {
        Levels cycles = levels.from(1);
        if (cycles.size() < sensitivity.fewestCycles()) {
            return SeriesVerdict.inconclusive(levels.last() - levels.at(1), sensitivity.whyTooFew(cycles.size()));
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
            return verdict(boundedShape(trend, regression), slope, detail);
        }
        Fit bounded = trend.bounded();
        if (trend.gain() < 0 && !bounded.basis().isConstant() && slope.lo() > 0) {
            String detail = "grows like " + bounded.basis().shape() + ", which levels off";
            return verdict(Shape.SATURATING, slope, detail);
        }
        return SeriesVerdict.inconclusive(levels.growth(), whyInconclusive(slope, trend));
    }

    private SeriesVerdict verdict(Shape shape, TheilSen slope, String detail) {
        return SeriesVerdict.of(shape, new Slope(slope.slope(), slope.lo(), slope.hi()), levels.growth(), detail);
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

    private String whyInconclusive(TheilSen slope, Trend trend) {
        if (trend.isStraight() && slope.lo() > sensitivity.tolerance()) {
            return "has grown in a straight line for " + levels.size() + " cycles" + whenProvable();
        }
        double scatter = tail.scatterAround(slope.slope()) / sensitivity.tolerance();
        String growth = String.format(
                Locale.ROOT,
                "growth of up to %.1f times the tolerance per cycle cannot be ruled out in the last %d cycles",
                slope.hi() / sensitivity.tolerance(),
                tail.size());
        return scatter < SCATTERED
                ? growth
                : growth + String.format(Locale.ROOT, ": readings scatter by %.1f times the tolerance", scatter);
    }

    private String whenProvable() {
        return IntStream.of(sensitivity.minSteepCycles(), sensitivity.minTrendCycles())
                .filter(cycle -> cycle > levels.size() && cycle < Sensitivity.NEVER)
                .min()
                .stream()
                .mapToObj(cycle -> "; a leak can be proven from cycle " + cycle + " on")
                .findFirst()
                .orElse(", but not evenly enough to prove a leak");
    }
}
