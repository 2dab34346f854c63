package io.github.vramguard.rule;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The straight line in a series, against everything else that could explain it.
 *
 * @param bounded the best explanation without a line
 * @param gain how much better the best explanation with a line is, in BIC
 * @param rate the slope of that line, per cycle
 * @param lo the least slope among the explanations that are about as good
 * @param hi the most slope among them
 */
record Trend(Fit bounded, double gain, double rate, double lo, double hi) {

    private static final Comparator<Fit> BETTER =
            Comparator.comparingDouble(Fit::bic).thenComparingDouble(Fit::slope);
    private static final double ABOUT_AS_GOOD = 2;

    /** Odds of about 20 to 1. */
    private static final double STRONG_GAIN = 6;

    static Trend of(Levels levels, Regression regression) {
        MeanShapes shapes = MeanShapes.over(levels.size());
        Fit bounded = shapes.bounded().stream().map(regression::fit).min(BETTER).orElseThrow();
        List<Fit> straight = shapes.straight().stream().map(regression::fit).toList();
        Fit best = straight.stream().min(BETTER).orElseThrow();
        DoubleSummaryStatistics slopes = straight.stream()
                .filter(fit -> fit.bic() <= best.bic() + ABOUT_AS_GOOD)
                .mapToDouble(Fit::slope)
                .summaryStatistics();
        return new Trend(bounded, bounded.bic() - best.bic(), best.slope(), slopes.getMin(), slopes.getMax());
    }

    /** Whether a line is the likely explanation; a leak takes more. */
    boolean isStraight() {
        return gain >= STRONG_GAIN;
    }
}
