package io.github.vramguard.rule.simulation;

/** Writes down the levels of a simulated run. */
final class Levels {

    private Levels() {}

    static double[] of(double start, double base, Course course, double unit, double least) {
        double[] levels = new double[Draw.CYCLES + 1];
        levels[0] = Math.floor(start / unit) * unit;
        for (int cycle = 1; cycle < levels.length; cycle++) {
            levels[cycle] = Math.floor(Math.max(least, base + course.at(cycle)) / unit) * unit;
        }
        return levels;
    }
}
