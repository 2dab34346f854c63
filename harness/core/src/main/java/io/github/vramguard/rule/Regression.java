package io.github.vramguard.rule;

/** Least squares on the levels of one series; explanations are compared by their BIC, where less is better. */
final class Regression {

    /** No shape is the truth: misses of this share of the range are no evidence against it. */
    private static final double BLUR = 0.02;

    private final Levels centred;
    private final double sumOfSquares;
    private final double blur;

    Regression(Levels levels, double resolution) {
        centred = levels.centred();
        sumOfSquares = centred.squared();
        double miss = Math.max(resolution, BLUR * levels.range());
        blur = levels.size() * (miss * miss);
    }

    Fit fit(Basis basis) {
        double residual = Math.max(0, sumOfSquares - basis.explained(centred));
        return new Fit(basis, bic(residual, basis.columns().size()), basis.slope(centred));
    }

    double bic(double residual, int parameters) {
        int n = centred.size();
        return n * Math.log((residual + blur) / n) + parameters * Math.log(n);
    }
}
