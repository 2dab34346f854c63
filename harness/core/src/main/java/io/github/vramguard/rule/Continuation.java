package io.github.vramguard.rule;

import java.util.Arrays;

/**
 * A course that levels may take: their last moves again and again, each time a share of them.
 *
 * @param moves how many of the last moves
 * @param share the share that is left from one cycle to the next: 1 if they go on, 0 if they end
 */
record Continuation(int moves, double share) {

    double[] of(double[] levels, int further) {
        double[] all = Arrays.copyOf(levels, levels.length + further);
        double left = 1;
        for (int i = levels.length; i < all.length; i++) {
            int repeated = levels.length - moves + (i - levels.length) % moves;
            left *= share;
            all[i] = all[i - 1] + left * (levels[repeated] - levels[repeated - 1]);
        }
        return all;
    }
}
