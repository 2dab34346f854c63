package io.github.vramguard.rule.simulation;

import static io.github.vramguard.rule.simulation.Draw.CYCLES;
import static io.github.vramguard.rule.simulation.Draw.KIB;
import static io.github.vramguard.rule.simulation.Draw.MIB;

import io.github.vramguard.rule.Sensitivity;
import java.util.List;
import java.util.function.Function;

/** The Java heap after full collections. */
final class HeapMemory {

    private HeapMemory() {}

    static List<SimulatedClass> classes() {
        return List.of(
                clean("flat", 2, 100, draw -> Course.NOTHING),
                clean("exponential", 2, 100, HeapMemory::warmup),
                clean("logarithm", 2, 100, HeapMemory::logarithm),
                clean("step_early", 2, 100, draw -> Course.step(draw.logBetween(32, 8192) * KIB, draw.whole(2, 5))),
                clean("step_late", 2, 100, draw -> Course.step(draw.logBetween(32, 8192) * KIB, draw.whole(6, CYCLES))),
                clean("alternating", 1, 10, draw -> Course.every(draw.whole(2, 4), 0, draw.logBetween(50, 600) * KIB)),
                clean("ramp", 2, 100, draw -> Course.ramp(draw.logBetween(20, 1000) * KIB, draw.whole(3, 8))),
                clean("immaterial", 0.2, 20, draw -> constant(draw, 0.1, 4)),
                leak("const", 2, 100, draw -> constant(draw, 128, 16384)),
                leak("small", 1, 10, draw -> constant(draw, 32, 128)),
                leak("exponential", 2, 100, draw -> constant(draw, 256, 8192).plus(warmup(draw))),
                leak("logarithm", 2, 100, draw -> constant(draw, 128, 8192).plus(logarithm(draw))),
                leak("every_k", 2, 100, draw -> Course.every(
                                draw.whole(2, 5), draw.whole(0, 4), draw.logBetween(512, 16384) * KIB)
                        .kept()),
                leak("probable", 2, 100, draw -> Course.sometimes(
                                draw, draw.between(0.3, 0.8), draw.logBetween(512, 16384) * KIB)
                        .kept()),
                leak("faster", 2, 100, draw -> Course.faster(draw.logBetween(64, 1024) * KIB, draw.between(0.05, 0.4))
                        .kept()));
    }

    private static SimulatedClass clean(String name, double least, double most, Function<Draw, Course> growth) {
        return new SimulatedClass("heap_" + name, Sensitivity.HEAP, false, draw -> run(draw, least, most, growth));
    }

    private static SimulatedClass leak(String name, double least, double most, Function<Draw, Course> growth) {
        return new SimulatedClass("heap_leak_" + name, Sensitivity.HEAP, true, draw -> run(draw, least, most, growth));
    }

    private static Course constant(Draw draw, double least, double most) {
        return Course.constant(draw.logBetween(least, most) * KIB).kept();
    }

    private static Course warmup(Draw draw) {
        return Course.exponential(draw, 50 * KIB, 4000 * KIB, 6);
    }

    private static Course logarithm(Draw draw) {
        return Course.logarithm(draw, 10 * KIB, 400 * KIB);
    }

    private static double[] run(Draw draw, double least, double most, Function<Draw, Course> growth) {
        double start = draw.logBetween(4, 120) * MIB;
        double base = start + draw.logBetween(0.1, 4) * MIB;
        Course noise = Noise.normal(draw, draw.logBetween(least, most) * KIB);
        return Levels.of(start, base, growth.apply(draw).plus(noise), 8, MIB);
    }
}
