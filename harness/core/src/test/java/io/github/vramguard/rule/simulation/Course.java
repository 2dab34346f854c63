package io.github.vramguard.rule.simulation;

/** What one influence adds to the level after a cycle. It may have a memory: ask once for each cycle, in order. */
@FunctionalInterface
interface Course {

    Course NOTHING = cycle -> 0;

    double at(int cycle);

    default Course plus(Course other) {
        return cycle -> at(cycle) + other.at(cycle);
    }

    default Course times(double factor) {
        return cycle -> factor * at(cycle);
    }

    /** What it adds stays. */
    default Course kept() {
        double[] sum = new double[1];
        return cycle -> sum[0] += at(cycle);
    }

    static Course constant(double amount) {
        return cycle -> amount;
    }

    static Course step(double size, int first) {
        return cycle -> cycle >= first ? size : 0;
    }

    static Course once(double size, int only) {
        return cycle -> cycle == only ? size : 0;
    }

    static Course ramp(double perCycle, int end) {
        return cycle -> perCycle * (Math.min(cycle, end) - 1);
    }

    static Course every(int period, int phase, double size) {
        return cycle -> (cycle + phase) % period == 0 ? size : 0;
    }

    static Course faster(double size, double growth) {
        return cycle -> size * (1 + growth * cycle);
    }

    static Course logarithm(Draw draw, double least, double most) {
        double size = draw.logBetween(least, most);
        double scale = draw.between(0.5, 2);
        return cycle -> size * Math.log(1 + (cycle - 1) / scale);
    }

    static Course exponential(Draw draw, double least, double most, double slowest) {
        double size = draw.logBetween(least, most);
        double tau = draw.between(0.7, slowest);
        return cycle -> size * (1 - Math.exp(-(cycle - 1) / tau));
    }

    static Course sometimes(Draw draw, double probability, double size) {
        return cycle -> draw.chance(probability) ? size : 0;
    }
}
