package io.github.vramguard.rule;

/** A fall for good, after which the run begins anew. */
final class LastingDrop {

    private static final int FEWEST_LEVELS_AFTER = 3;

    private LastingDrop() {}

    /** The position of the last level before the latest drop that was never made up for; 0 if there was none. */
    static int lastLevelBefore(Levels levels, double smallest) {
        Levels smooth = levels.despiked();
        for (int i = smooth.size() - FEWEST_LEVELS_AFTER; i > 2; i--) {
            if (smooth.from(i).max() <= smooth.between(1, i).min() - smallest) {
                return i - 1;
            }
        }
        return 0;
    }
}
