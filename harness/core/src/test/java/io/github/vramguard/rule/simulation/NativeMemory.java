package io.github.vramguard.rule.simulation;

import static io.github.vramguard.rule.simulation.Draw.CYCLES;
import static io.github.vramguard.rule.simulation.Draw.KIB;
import static io.github.vramguard.rule.simulation.Draw.MIB;

import io.github.vramguard.rule.Sensitivity;
import java.util.List;
import java.util.function.Function;

/** What malloc holds; the two counters whose difference it is are not read at one instant. */
final class NativeMemory {

    private NativeMemory() {}

    static List<SimulatedClass> classes() {
        return List.of(
                clean("flat", draw -> Course.NOTHING),
                clean("exponential", NativeMemory::warmup),
                clean("pool", draw -> Course.ramp(draw.logBetween(64, 8192) * KIB, draw.whole(2, 6))),
                clean("step_early", draw -> Course.step(draw.logBetween(64, 32768) * KIB, draw.whole(2, 4))),
                clean("step_late", draw -> Course.step(draw.logBetween(64, 32768) * KIB, draw.whole(5, CYCLES))),
                raw("compilers", false, draw -> Course.NOTHING),
                raw("exponential", false, draw -> Course.exponential(draw, MIB, 128 * MIB, 4)),
                raw("pool", false, draw -> Course.ramp(draw.logBetween(1, 64) * MIB, draw.whole(2, 6))),
                raw("step_late", false, draw -> Course.step(draw.logBetween(1, 64) * MIB, draw.whole(5, CYCLES))),
                leak("const", draw -> constant(draw, 128, 65536)),
                leak("small", draw -> constant(draw, 40, 128)),
                leak("exponential", draw -> constant(draw, 128, 16384).plus(warmup(draw))),
                leak("every_k", draw -> Course.every(
                                draw.whole(2, 5), draw.whole(0, 4), draw.logBetween(256, 32768) * KIB)
                        .kept()),
                leak("probable", draw -> Course.sometimes(
                                draw, draw.between(0.3, 0.8), draw.logBetween(256, 32768) * KIB)
                        .kept()),
                leak("faster", draw -> Course.faster(draw.logBetween(64, 4096) * KIB, draw.between(0.05, 0.4))
                        .kept()),
                raw("leak_const", true, draw -> constant(draw, 1024, 65536)),
                raw("leak_exponential", true, draw -> constant(draw, 1024, 65536)
                        .plus(Course.exponential(draw, MIB, 128 * MIB, 4))));
    }

    /** With the memory of the JVM in it. */
    private static SimulatedClass raw(String name, boolean leaks, Function<Draw, Course> growth) {
        return new SimulatedClass(
                "native_raw_" + name,
                Sensitivity.NATIVE_RAW,
                leaks,
                draw -> run(draw, growth.apply(draw).plus(Noise.compilers(draw))));
    }

    private static SimulatedClass clean(String name, Function<Draw, Course> growth) {
        return new SimulatedClass("native_" + name, Sensitivity.NATIVE, false, draw -> run(draw, growth.apply(draw)));
    }

    private static SimulatedClass leak(String name, Function<Draw, Course> growth) {
        return new SimulatedClass(
                "native_leak_" + name, Sensitivity.NATIVE, true, draw -> run(draw, growth.apply(draw)));
    }

    private static Course constant(Draw draw, double least, double most) {
        return Course.constant(draw.logBetween(least, most) * KIB).kept();
    }

    private static Course warmup(Draw draw) {
        return Course.exponential(draw, 50 * KIB, 8000 * KIB, 4);
    }

    private static double[] run(Draw draw, Course growth) {
        double start = draw.logBetween(0.5, 40) * MIB;
        double base = start + draw.logBetween(0.02, 30) * MIB;
        double torn = draw.between(0, 0.08);
        Course level = growth.plus(Noise.normal(draw, draw.logBetween(1, 30) * KIB))
                .plus(cycle -> draw.chance(torn) ? draw.sign() * draw.logBetween(30, 700) * KIB : 0);
        return Levels.of(start, base, level, 16, 0);
    }
}
