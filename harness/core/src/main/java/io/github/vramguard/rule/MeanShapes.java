package io.github.vramguard.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The courses that levels may take over a number of cycles.
 *
 * @param bounded growth that levels off, or a single step: no leak
 * @param straight the smooth ones of these with a straight line on top
 */
record MeanShapes(List<Basis> bounded, List<Basis> straight) {

    static MeanShapes over(int cycles) {
        Basis constant = Basis.constant(cycles);
        List<Basis> smooth =
                Stream.concat(Stream.of(constant), curves(constant)).toList();
        List<Basis> bounded = Stream.of(smooth.stream(), ramps(constant), steps(constant))
                .flatMap(shapes -> shapes)
                .toList();
        List<Basis> straight = smooth.stream()
                .flatMap(shape -> shape.with("a straight line", cycle -> cycle).stream())
                .toList();
        return new MeanShapes(bounded, straight);
    }

    private static Stream<Basis> curves(Basis constant) {
        Stream<Optional<Basis>> logarithms = DoubleStream.of(-0.5, 0, 1, 3)
                .mapToObj(shift -> constant.with("a logarithm", cycle -> Math.log(cycle + shift)));
        Stream<Optional<Basis>> root = Stream.of(constant.with("a square root", Math::sqrt));
        Stream<Optional<Basis>> exponentials = DoubleStream.of(0.8, 1.6, 3.2, 6.4, 12.8)
                .mapToObj(tau -> constant.with("an exponential approach", cycle -> 1 - Math.exp(-(cycle - 1) / tau)));
        return Stream.of(logarithms, root, exponentials)
                .flatMap(shapes -> shapes)
                .flatMap(Optional::stream);
    }

    /** Both slopes of a ramp must be seen: it ends neither in the first cycles nor in the last quarter. */
    private static Stream<Basis> ramps(Basis constant) {
        int quarter = (constant.cycles() + 3) / 4;
        return IntStream.rangeClosed(3, constant.cycles() - Math.max(3, quarter))
                .mapToObj(end -> constant.with("a ramp until cycle " + end, cycle -> Math.min(cycle, end)))
                .flatMap(Optional::stream);
    }

    private static Stream<Basis> steps(Basis constant) {
        return IntStream.rangeClosed(3, constant.cycles())
                .mapToObj(start -> constant.with("a step in cycle " + start, cycle -> cycle >= start ? 1 : 0))
                .flatMap(Optional::stream);
    }
}
