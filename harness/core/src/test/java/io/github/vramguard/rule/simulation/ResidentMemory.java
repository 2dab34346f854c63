package io.github.vramguard.rule.simulation;

import static io.github.vramguard.rule.simulation.Draw.CYCLES;
import static io.github.vramguard.rule.simulation.Draw.MIB;

import io.github.vramguard.rule.Sensitivity;
import java.util.List;
import java.util.function.Function;

/** Resident memory, in pages; allocators keep some of what they were given back. */
final class ResidentMemory {

    private ResidentMemory() {}

    static List<SimulatedClass> classes() {
        return List.of(
                clean("flat", draw -> Course.NOTHING),
                scattered("heavy_tailed", draw -> Noise.heavyTailed(draw, draw.between(0.5, 4) * MIB)),
                scattered("correlated", Noise::correlated),
                scattered("sticky_levels", Noise::stickyLevels),
                scattered("arenas", Noise::arenas),
                clean("logarithm", draw -> Course.logarithm(draw, 3 * MIB, 30 * MIB)),
                clean("untrimmed", draw -> Course.logarithm(draw, 30 * MIB, 200 * MIB)),
                clean("exponential", draw -> Course.exponential(draw, 5 * MIB, 150 * MIB, 6)),
                clean("power", ResidentMemory::power),
                clean("ramp", draw -> Course.ramp(draw.logBetween(2, 40) * MIB, draw.whole(3, 8))),
                clean("step_early", draw -> Course.step(draw.logBetween(5, 200) * MIB, draw.whole(2, 5))),
                clean("step_late", draw -> Course.step(draw.logBetween(5, 200) * MIB, draw.whole(6, CYCLES))),
                clean("drop", ResidentMemory::drop),
                clean("spikes", draw -> Noise.spikes(draw, draw.between(0.05, 0.15), 5 * MIB, 120 * MIB)),
                leak("4_mib_noise_3", draw -> Course.constant(4 * MIB).kept().plus(Noise.normal(draw, 3 * MIB))),
                leak("const", draw -> constant(draw, 1).plus(normal(draw))),
                leak("logarithm", draw -> constant(draw, 2)
                        .plus(Course.logarithm(draw, 3 * MIB, 30 * MIB))
                        .plus(normal(draw))),
                leak("exponential", draw -> constant(draw, 2)
                        .plus(Course.exponential(draw, 5 * MIB, 150 * MIB, 6))
                        .plus(normal(draw))),
                leak("sticky_levels", draw -> constant(draw, 2).plus(Noise.stickyLevels(draw))),
                leak("correlated", draw -> constant(draw, 2).plus(Noise.correlated(draw))),
                leak("arenas", draw -> constant(draw, 4).plus(Noise.arenas(draw))),
                leak("every_k", draw -> Course.every(draw.whole(2, 5), draw.whole(0, 4), draw.logBetween(8, 128) * MIB)
                        .kept()
                        .plus(normal(draw))),
                leak("probable", draw -> Course.sometimes(draw, draw.between(0.3, 0.8), draw.logBetween(8, 128) * MIB)
                        .kept()
                        .plus(normal(draw))),
                leak("faster", draw -> Course.faster(draw.logBetween(1, 16) * MIB, draw.between(0.05, 0.4))
                        .kept()
                        .plus(normal(draw))));
    }

    private static SimulatedClass clean(String name, Function<Draw, Course> growth) {
        return scattered(name, draw -> growth.apply(draw).plus(normal(draw)));
    }

    private static SimulatedClass scattered(String name, Function<Draw, Course> course) {
        return new SimulatedClass(
                "resident_" + name, Sensitivity.RESIDENT, false, draw -> run(draw, course.apply(draw)));
    }

    private static SimulatedClass leak(String name, Function<Draw, Course> course) {
        return new SimulatedClass(
                "resident_leak_" + name, Sensitivity.RESIDENT, true, draw -> run(draw, course.apply(draw)));
    }

    private static Course normal(Draw draw) {
        return Noise.normal(draw, draw.between(0.5, 5) * MIB);
    }

    private static Course constant(Draw draw, double least) {
        return Course.constant(draw.logBetween(least, 64) * MIB).kept();
    }

    /** The high-water mark of an arena. */
    private static Course power(Draw draw) {
        double size = draw.logBetween(5, 60) * MIB;
        int end = draw.whole(5, 15);
        double exponent = draw.between(0.4, 0.6);
        return cycle -> size * (Math.pow(Math.min(cycle, end), exponent) - 1);
    }

    /** A fall that lasts, or is made up for. */
    private static Course drop(Draw draw) {
        double size = draw.between(10, 80) * MIB;
        int first = draw.whole(3, 25);
        double tau = draw.chance(0.5) ? Double.POSITIVE_INFINITY : draw.between(0.5, 4);
        return cycle -> cycle < first ? 0 : -size * Math.exp(-(cycle - first) / tau);
    }

    private static double[] run(Draw draw, Course course) {
        double start = draw.between(40, 400) * MIB;
        return Levels.of(start, start + draw.between(20, 300) * MIB, course, 4096, 16 * MIB);
    }
}
