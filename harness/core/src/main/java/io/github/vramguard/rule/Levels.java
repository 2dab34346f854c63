package io.github.vramguard.rule;

import io.github.vramguard.statistics.Median;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Numbers in the order they were read, and the robust statistics of them. */
final class Levels {

    /** The first quartile of the distance between two values of a normal distribution, in standard deviations. */
    private static final double QUARTILE_OF_MOVES = 0.3186 * Math.sqrt(2);

    /** The median of a normal distribution's distance from its mean, in standard deviations. */
    private static final double MEDIAN_OF_NORMAL = 0.6745;

    private static final double MEDIAN_OF_MOVES = MEDIAN_OF_NORMAL * Math.sqrt(2);

    private final double[] values;

    private Levels(double[] values) {
        this.values = values;
    }

    static Levels of(double... values) {
        return new Levels(values.clone());
    }

    double[] toArray() {
        return values.clone();
    }

    int size() {
        return values.length;
    }

    double at(int index) {
        return values[index];
    }

    double last() {
        return values[values.length - 1];
    }

    /** The last level as far as the one before it confirms it. */
    double settled() {
        return Math.min(last(), values[values.length - 2]);
    }

    Levels from(int first) {
        return between(Math.min(first, values.length), values.length);
    }

    Levels between(int first, int end) {
        return new Levels(Arrays.copyOfRange(values, first, end));
    }

    Levels head(int count) {
        return between(0, count);
    }

    Levels tail(int count) {
        return between(values.length - count, values.length);
    }

    Levels withLast(double value) {
        Levels changed = of(values);
        changed.values[values.length - 1] = value;
        return changed;
    }

    Levels map(DoubleUnaryOperator function) {
        return new Levels(Arrays.stream(values).map(function).toArray());
    }

    /** Each value but the ends replaced by the median of it and its neighbours: what lasts one reading is gone. */
    Levels despiked() {
        Levels smooth = of(values);
        for (int i = 1; i < values.length - 1; i++) {
            smooth.values[i] = between(i - 1, i + 2).median();
        }
        return smooth;
    }

    /** At each place the lowest of this value and all later ones. */
    Levels floor() {
        Levels floor = of(values);
        for (int i = values.length - 2; i >= 0; i--) {
            floor.values[i] = Math.min(values[i], floor.values[i + 1]);
        }
        return floor;
    }

    /** The differences between neighbours. */
    Levels moves() {
        double[] moves = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = values[i + 1] - values[i];
        }
        return new Levels(moves);
    }

    Levels distances() {
        return moves().map(Math::abs);
    }

    /** The standard deviation of the noise, whatever trend or rare steps there are. */
    double noise() {
        return values.length < 2 ? 0 : distances().quantile(0.25) / QUARTILE_OF_MOVES;
    }

    /** The same, where growth that is the same in every cycle is no noise either. */
    double noiseAroundGrowth() {
        if (values.length < 2) {
            return 0;
        }
        Levels moves = moves();
        double usual = moves.median();
        return Math.min(noise(), moves.map(move -> Math.abs(move - usual)).median() / MEDIAN_OF_MOVES);
    }

    /** The standard deviation from the line with that slope. */
    double scatterAround(double slope) {
        Levels rest = of(values);
        for (int i = 0; i < values.length; i++) {
            rest.values[i] -= slope * i;
        }
        double middle = rest.median();
        return rest.map(value -> Math.abs(value - middle)).median() / MEDIAN_OF_NORMAL;
    }

    long countAtLeast(double limit) {
        return Arrays.stream(values).filter(value -> value >= limit).count();
    }

    double min() {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    double max() {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    double range() {
        return max() - min();
    }

    double sum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double mean() {
        return sum() / values.length;
    }

    Levels centred() {
        double mean = mean();
        return map(value -> value - mean);
    }

    Levels less(double factor, Levels other) {
        Levels rest = of(values);
        for (int i = 0; i < values.length; i++) {
            rest.values[i] -= factor * other.values[i];
        }
        return rest;
    }

    double dot(Levels other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    double squared() {
        return dot(this);
    }

    double median() {
        return Median.of(values);
    }

    /** Interpolated between the two nearest values. */
    double quantile(double share) {
        double[] sorted = sorted().values;
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    Levels sorted() {
        Levels sorted = of(values);
        Arrays.sort(sorted.values);
        return sorted;
    }

    /** From the first levels to the last, by the median of three. */
    double growth() {
        return tail(3).median() - head(3).median();
    }
}
