package io.github.vramguard.rule;

import io.github.vramguard.verdict.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The lasting rises of a series, in which spikes of one reading do not count.
 *
 * @param end the position of the last level; positions are from 0
 * @param steps the rises
 * @param up the sum of all moves up, lasting or not
 * @param down the sum of all moves down
 */
record LastingSteps(int end, List<Step> steps, double up, double down) {

    static LastingSteps in(Levels levels, double smallest) {
        Levels smooth = levels.despiked();
        Levels moves = smooth.moves();
        return new LastingSteps(
                smooth.size() - 1,
                risesOf(smooth, smallest),
                moves.map(move -> Math.max(0, move)).sum(),
                moves.map(move -> Math.max(0, -move)).sum());
    }

    private static List<Step> risesOf(Levels smooth, double smallest) {
        List<Step> rises = new ArrayList<>();
        Levels floor = smooth.floor();
        double ceiling = smooth.at(0);
        for (int i = 1; i < smooth.size(); i++) {
            double size = floor.at(i) - ceiling;
            if (size >= smallest) {
                rises.add(new Step(i, size));
            }
            int confirmation = Math.min(i + 1, smooth.size() - 1);
            ceiling = Math.max(ceiling, Math.min(smooth.at(i), smooth.at(confirmation)));
        }
        return rises;
    }

    /** Without a step that only the last level shows, unless readings are exact and it is like the others. */
    LastingSteps confirmed(boolean exact) {
        int earlier = steps.size() - 1;
        if (steps.isEmpty() || steps.get(earlier).cycle() < end) {
            return this;
        }
        List<Step> others = steps.subList(0, earlier);
        boolean alike = others.stream().anyMatch(other -> steps.get(earlier).size() <= 2 * other.size());
        return exact && alike ? this : new LastingSteps(end, List.copyOf(others), up, down);
    }
}
