package io.github.vramguard.rule.simulation;

import java.util.Random;

/** Draws the numbers that one simulated run depends on. */
record Draw(Random random) {

    static final double KIB = 1024;
    static final double MIB = 1024 * KIB;
    static final int CYCLES = 30;

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Small numbers are as likely as large ones. */
    double logBetween(double least, double most) {
        return Math.exp(between(Math.log(least), Math.log(most)));
    }

    int whole(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double sign() {
        return chance(0.5) ? 1 : -1;
    }

    double normal() {
        return random.nextGaussian();
    }

    /** Student's t with three degrees of freedom. */
    double heavyTailed() {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            squares += Math.pow(normal(), 2);
        }
        return normal() / Math.sqrt(squares / 3);
    }
}
