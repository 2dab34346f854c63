package io.github.vramguard.rule;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The one step that explains a series best.
 *
 * @param residual the sum of squares that it leaves
 * @param cycle the first cycle of the new level, from 1
 * @param size from the mean before to the mean since
 */
record LevelShift(double residual, int cycle, double size) {

    static LevelShift in(Levels levels) {
        return IntStream.range(1, levels.size())
                .mapToObj(start -> between(levels.head(start), levels.from(start)))
                .min(Comparator.comparingDouble(LevelShift::residual))
                .orElseThrow();
    }

    private static LevelShift between(Levels before, Levels since) {
        double residual = before.centred().squared() + since.centred().squared();
        return new LevelShift(residual, before.size() + 1, since.mean() - before.mean());
    }
}
