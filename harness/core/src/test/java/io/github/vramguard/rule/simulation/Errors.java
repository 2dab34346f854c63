package io.github.vramguard.rule.simulation;

import io.github.vramguard.rule.SeriesRule;
import io.github.vramguard.verdict.Preset;
import io.github.vramguard.verdict.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the rule says of many runs, in percent of them.
 *
 * @param name of which runs
 * @param blamed called a leak after each of {@link #CYCLES}
 * @param everBlamed called a leak by the first certain look, one after each cycle that the preset allows
 * @param everKept called clean by that look
 * @param cycles when that look was, on average
 */
record Errors(String name, List<Double> blamed, double everBlamed, double everKept, double cycles) {

    static final List<Integer> CYCLES = List.of(8, 10, 12, 15, 20, 30);
    static final String HEADER =
            "| called a leak, % | 8 | 10 | 12 | 15 | 20 | 30 | each cycle | then clean | cycles |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|";

    static Errors of(SimulatedClass kind, int count, long seed) {
        return of(kind, Preset.STANDARD, count, seed);
    }

    static Errors of(SimulatedClass any, Preset preset, int count, long seed) {
        SimulatedClass kind = any.judgedWith(any.sensitivity().with(preset));
        List<double[]> runs = kind.series(count, seed).toList();
        List<Look> looks = runs.stream()
                .parallel()
                .map(run -> firstCertain(kind, preset, run))
                .toList();
        return new Errors(
                kind.name(),
                CYCLES.stream()
                        .map(cycles -> percent(
                                runs.stream()
                                        .parallel()
                                        .map(run -> Look.at(kind, run, cycles))
                                        .toList(),
                                Shape.LEAK))
                        .toList(),
                percent(looks, Shape.LEAK),
                percent(looks, Shape.FLAT, Shape.NOISE, Shape.WARMUP_STEP, Shape.LATE_STEP, Shape.PLATEAU),
                mean(looks, Look::cycles));
    }

    static Errors mean(String name, List<Errors> all) {
        return new Errors(
                name,
                IntStream.range(0, CYCLES.size())
                        .mapToObj(i -> mean(all, errors -> errors.blamed().get(i)))
                        .toList(),
                mean(all, Errors::everBlamed),
                mean(all, Errors::everKept),
                mean(all, Errors::cycles));
    }

    private static Look firstCertain(SimulatedClass kind, Preset preset, double[] run) {
        return IntStream.rangeClosed(preset.fewestCycles(), preset.mostCycles())
                .mapToObj(cycles -> Look.at(kind, run, cycles))
                .filter(look -> look.isCertain() || look.cycles() == preset.mostCycles())
                .findFirst()
                .orElseThrow();
    }

    private static double percent(List<Look> looks, Shape... shapes) {
        List<Shape> wanted = Arrays.asList(shapes);
        return mean(looks, look -> wanted.contains(look.shape()) ? 100 : 0);
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).average().orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.1f |",
                name,
                blamed.stream().map(Errors::percent).collect(Collectors.joining(" | ")),
                percent(everBlamed),
                percent(everKept),
                cycles);
    }

    private static String percent(double percent) {
        return percent == 0 || percent == 100
                ? String.format(Locale.ROOT, "%.0f", percent)
                : String.format(Locale.ROOT, percent < 1 ? "%.3f" : "%.1f", percent);
    }

    private record Look(Shape shape, int cycles) {

        static Look at(SimulatedClass kind, double[] run, int cycles) {
            return new Look(
                    SeriesRule.judge(Arrays.copyOf(run, cycles + 1), kind.sensitivity())
                            .shape(),
                    cycles);
        }

        boolean isCertain() {
            return shape == Shape.LEAK || shape.clean();
        }
    }
}
