package io.github.vramguard.rule;

import io.github.vramguard.verdict.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was foreseen at each look that decided nothing, against the cycle that decided it.
 *
 * @param right within a factor of 1.5
 * @param wrong farther off
 * @param open the series ends too early to know
 * @param absent nothing was foreseen
 */
record ForecastTally(long right, long wrong, long open, long absent) {

    private enum Result {
        RIGHT,
        WRONG,
        OPEN,
        ABSENT
    }

    static ForecastTally of(List<LabelledSeries> all) {
        List<Result> results =
                all.parallelStream().flatMap(ForecastTally::looks).toList();
        return new ForecastTally(
                count(results, Result.RIGHT),
                count(results, Result.WRONG),
                count(results, Result.OPEN),
                count(results, Result.ABSENT));
    }

    private static long count(List<Result> results, Result wanted) {
        return results.stream().filter(wanted::equals).count();
    }

    private static Stream<Result> looks(LabelledSeries series) {
        List<Shape> shapes = IntStream.rangeClosed(0, series.cycles())
                .mapToObj(cycles -> series.after(cycles).judged().shape())
                .toList();
        return IntStream.range(1, series.cycles())
                .filter(cycles -> !shapes.get(cycles).certain())
                .mapToObj(cycles -> result(series, cycles, shapes));
    }

    private static Result result(LabelledSeries series, int cycles, List<Shape> shapes) {
        OptionalInt foreseen = Forecast.complete(Arrays.copyOf(series.levels(), cycles + 1), series.sensitivity())
                .need();
        if (foreseen.isEmpty()) {
            return Result.ABSENT;
        }
        OptionalInt certain = IntStream.rangeClosed(cycles + 1, series.cycles())
                .filter(later -> shapes.get(later).certain())
                .findFirst();
        int further = certain.orElse(series.cycles() + 1) - cycles;
        boolean isEarly = 1.5 * foreseen.getAsInt() < further;
        boolean isLate = foreseen.getAsInt() > 1.5 * further;
        if (certain.isEmpty()) {
            return isEarly ? Result.WRONG : Result.OPEN;
        }
        return isEarly || isLate ? Result.WRONG : Result.RIGHT;
    }

    double rightOfForeseen() {
        return (double) right / (right + wrong);
    }

    double foreseen() {
        return 1 - (double) absent / (right + wrong + open + absent);
    }
}
