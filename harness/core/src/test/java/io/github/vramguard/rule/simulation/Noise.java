package io.github.vramguard.rule.simulation;

import static io.github.vramguard.rule.simulation.Draw.MIB;

/** How readings scatter. */
final class Noise {

    private Noise() {}

    static Course normal(Draw draw, double deviation) {
        return cycle -> deviation * draw.normal();
    }

    static Course heavyTailed(Draw draw, double deviation) {
        return cycle -> deviation * draw.heavyTailed();
    }

    static Course spikes(Draw draw, double probability, double least, double most) {
        return cycle -> draw.chance(probability) ? draw.between(least, most) : 0;
    }

    static Course correlated(Draw draw) {
        double deviation = draw.between(0.5, 4) * MIB;
        double memory = draw.between(0.3, 0.8);
        double[] level = {deviation * draw.normal() / Math.sqrt(1 - memory * memory)};
        return cycle -> level[0] = memory * level[0] + deviation * Math.sqrt(1 - memory * memory) * draw.normal();
    }

    /** An allocator that returns one segment more or less. */
    static Course stickyLevels(Draw draw) {
        int highest = draw.whole(1, 3);
        double size = draw.between(3, 10) * MIB;
        double restless = draw.between(0.08, 0.4);
        double deviation = draw.between(0.05, 0.8) * MIB;
        int[] level = {draw.whole(0, highest)};
        return cycle -> {
            level[0] = draw.chance(restless) ? draw.whole(0, highest) : level[0];
            return level[0] * size + deviation * draw.normal();
        };
    }

    /** Arenas of an allocator: each thread makes some, few are given back, and one day there are enough. */
    static Course arenas(Draw draw) {
        double size = draw.between(1, 6) * MIB;
        int most = draw.whole(4, 16);
        int threads = draw.whole(1, 4);
        double birth = draw.between(0.2, 0.9);
        double death = draw.chance(0.5) ? 0 : draw.between(0, 0.08);
        double deviation = draw.between(0.1, 1) * MIB;
        int[] alive = {0};
        return cycle -> {
            if (cycle > 1) {
                alive[0] += times(draw, threads, birth * (1 - (double) alive[0] / most));
                alive[0] = Math.max(0, Math.min(most, alive[0] - times(draw, alive[0], death)));
            }
            return alive[0] * size + deviation * draw.normal();
        };
    }

    private static int times(Draw draw, int tries, double probability) {
        int times = 0;
        for (int i = 0; i < tries; i++) {
            times += draw.chance(probability) ? 1 : 0;
        }
        return times;
    }

    /** The arenas of the compilers of a JVM come and go, and some day their threads end. */
    static Course compilers(Draw draw) {
        double birth = draw.between(0.05, 0.3);
        double death = draw.between(0, 0.15);
        Course end = Course.step(-draw.between(2, 12) * MIB, draw.whole(6, 20));
        double[] arenas = {0};
        return cycle -> {
            arenas[0] += draw.chance(birth) ? draw.logBetween(30, 2000) * Draw.KIB : 0;
            arenas[0] *= draw.chance(death) ? draw.between(0, 0.8) : 1;
            return 12 * MIB + arenas[0] + end.at(cycle);
        };
    }
}
