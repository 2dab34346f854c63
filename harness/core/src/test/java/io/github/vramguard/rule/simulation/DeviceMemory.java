package io.github.vramguard.rule.simulation;

import static io.github.vramguard.rule.simulation.Draw.CYCLES;
import static io.github.vramguard.rule.simulation.Draw.KIB;
import static io.github.vramguard.rule.simulation.Draw.MIB;

import io.github.vramguard.rule.Sensitivity;
import java.util.List;
import java.util.function.Function;

/** Memory of a GPU, booked in blocks of 2 MiB: a context, libraries, and what a model leaves behind. */
final class DeviceMemory {

    private static final double BLOCK = 2 * MIB;

    private DeviceMemory() {}

    static List<SimulatedClass> classes() {
        return List.of(
                clean("flat", draw -> Course.NOTHING),
                clean("warm_decay", draw -> warmup(draw, warmupEnd(draw))),
                clean("warm_pool", DeviceMemory::pool),
                clean("step_early", draw -> Course.once(blocks(draw, 2, 512), draw.whole(2, 4))),
                clean("step_late", draw -> Course.once(blocks(draw, 2, 512), draw.whole(5, CYCLES))),
                clean("warm_late_step", DeviceMemory::warmupAndLateStep),
                scattered("delayed", false, draw -> Course.NOTHING, DeviceMemory::delayed),
                scattered("oscillating", false, draw -> Course.NOTHING, DeviceMemory::oscillating),
                scattered("jitter", false, draw -> Course.NOTHING, DeviceMemory::jitter),
                scattered("trim", false, draw -> Course.NOTHING, DeviceMemory::trim),
                shared("neighbours", false, draw -> Course.NOTHING, DeviceMemory::neighbours),
                shared("neighbour_levels", false, draw -> Course.NOTHING, DeviceMemory::neighbourLevels),
                leak("const", draw -> Course.constant(draw.logBetween(1, 512) * MIB)),
                leak("1_mib", draw -> Course.constant(MIB)),
                leak("300_kib", draw -> Course.constant(300 * KIB)),
                leak("below_block", draw -> Course.constant(draw.logBetween(64, 1000) * KIB)),
                leak(
                        "every_k",
                        draw -> Course.every(draw.whole(2, 5), draw.whole(0, 4), draw.logBetween(2, 256) * MIB)),
                leak("probable", draw -> Course.sometimes(draw, draw.between(0.2, 0.8), draw.logBetween(2, 256) * MIB)),
                leak("faster", draw -> Course.faster(draw.logBetween(1, 64) * MIB, draw.between(0.05, 0.4))),
                leak("long_warmup", draw -> warmup(draw, draw.whole(3, 6)).plus(constant(draw, 2, 128))),
                scattered("leak_delayed", true, draw -> constant(draw, 2, 128), DeviceMemory::delayed),
                shared("leak_neighbours", true, draw -> constant(draw, 4, 256), DeviceMemory::neighbours),
                shared("leak_neighbour_levels", true, draw -> constant(draw, 4, 256), DeviceMemory::neighbourLevels));
    }

    private static SimulatedClass clean(String name, Function<Draw, Course> growth) {
        return scattered(name, false, growth, draw -> Course.NOTHING);
    }

    private static SimulatedClass leak(String name, Function<Draw, Course> growth) {
        return scattered("leak_" + name, true, growth, draw -> Course.NOTHING);
    }

    private static SimulatedClass scattered(
            String name, boolean leaks, Function<Draw, Course> growth, Function<Draw, Course> noise) {
        return new SimulatedClass(
                "vram_" + name,
                Sensitivity.VRAM,
                leaks,
                draw -> run(draw, growth.apply(draw).kept(), noise.apply(draw)));
    }

    private static SimulatedClass shared(
            String name, boolean leaks, Function<Draw, Course> growth, Function<Draw, Course> noise) {
        return new SimulatedClass(
                "vram_device_" + name,
                Sensitivity.VRAM_DEVICE,
                leaks,
                draw -> run(draw, growth.apply(draw).kept(), noise.apply(draw)));
    }

    private static double[] run(Draw draw, Course growth, Course noise) {
        double context = rounded(draw.between(300, 500) * MIB);
        double base = context + blocks(draw, 2, 128);
        double room = draw.between(0, BLOCK);
        double[] levels = new double[CYCLES + 1];
        levels[0] = draw.chance(0.5) ? 0 : context;
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            double grown = growth.at(cycle);
            levels[cycle] = base + (grown > 0 ? Math.floor((grown + room) / BLOCK) * BLOCK : 0) + noise.at(cycle);
        }
        return levels;
    }

    private static double rounded(double bytes) {
        return Math.max(1, Math.round(bytes / BLOCK)) * BLOCK;
    }

    private static double blocks(Draw draw, double least, double most) {
        return rounded(draw.logBetween(least, most) * MIB);
    }

    private static Course constant(Draw draw, double least, double most) {
        return Course.constant(draw.logBetween(least, most) * MIB);
    }

    private static Course warmup(Draw draw, int end) {
        double first = draw.logBetween(4, 256) * MIB;
        double ratio = draw.between(0.3, 0.8);
        return cycle -> cycle >= 2 && cycle <= end ? rounded(first * Math.pow(ratio, cycle - 2)) : 0;
    }

    private static int warmupEnd(Draw draw) {
        int end = 2;
        while (end < 6 && draw.chance(0.5)) {
            end++;
        }
        return end;
    }

    private static Course pool(Draw draw) {
        double part = blocks(draw, 2, 128);
        int end = draw.whole(2, 6);
        return cycle -> cycle >= 2 && cycle <= end ? part : 0;
    }

    private static Course warmupAndLateStep(Draw draw) {
        return warmup(draw, warmupEnd(draw)).plus(Course.once(blocks(draw, 2, 512), draw.whole(8, CYCLES)));
    }

    /** The driver has not yet taken back what was closed. */
    private static Course delayed(Draw draw) {
        double model = blocks(draw, 64, 8192);
        double probability = draw.between(0.02, 0.1);
        return cycle -> draw.chance(probability) ? rounded(draw.between(0.02, 1) * model) : 0;
    }

    private static Course oscillating(Draw draw) {
        int period = draw.whole(2, 4);
        double[] levels = draw.random().doubles(period, 0, 65).map(Math::floor).toArray();
        return cycle -> levels[cycle % period] * BLOCK;
    }

    private static Course jitter(Draw draw) {
        int most = draw.whole(1, 3);
        return cycle -> draw.whole(0, most) * BLOCK;
    }

    /** An allocator gives back what it kept, and soon has it again. */
    private static Course trim(Draw draw) {
        int first = draw.whole(3, 20);
        double size = draw.whole(4, 128) * BLOCK;
        int refill = draw.whole(1, 3);
        return cycle ->
                cycle < first || cycle >= first + refill ? 0 : -rounded(size * (1 - (double) (cycle - first) / refill));
    }

    private static Course neighbours(Draw draw) {
        double probability = draw.between(0.05, 0.3);
        return cycle -> draw.chance(probability) ? draw.sign() * draw.whole(1, 16) * BLOCK : 0;
    }

    private static Course neighbourLevels(Draw draw) {
        double starts = draw.between(0.02, 0.08);
        double ends = draw.between(0.1, 0.5);
        double[] level = {0};
        return cycle -> {
            if (level[0] == 0) {
                level[0] = draw.chance(starts) ? blocks(draw, 16, 2048) : 0;
            } else if (draw.chance(ends)) {
                level[0] = 0;
            }
            return level[0];
        };
    }
}
