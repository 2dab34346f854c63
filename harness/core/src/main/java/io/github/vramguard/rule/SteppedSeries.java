package io.github.vramguard.rule;

import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Slope;
import io.github.vramguard.verdict.Step;
import java.util.List;
import java.util.OptionalInt;

/**
 * What exact levels show that do not leak: how long ago the last lasting rise was.
 *
 * @param levels all levels, the first before cycle 1
 * @param found the lasting steps after cycle 1, counted from it
 * @param sensitivity how many quiet cycles it takes
 */
record SteppedSeries(Levels levels, LastingSteps found, Sensitivity sensitivity) {

    static SeriesVerdict judge(Levels levels, Sensitivity sensitivity) {
        LastingSteps found =
                LastingSteps.in(levels.from(1), sensitivity.granule()).confirmed(true);
        return new SteppedSeries(levels, found, sensitivity).judge();
    }

    private SeriesVerdict judge() {
        int quiet = cycles() - quietSince();
        if (quiet < sensitivity.cleanCycles()) {
            return SeriesVerdict.inconclusive(growth(), whyInconclusive());
        }
        if (creeps(quiet)) {
            return SeriesVerdict.inconclusive(growth(), "rises in moves too small to be steps");
        }
        // readings of a granule may lag behind the truth by one, at both ends
        double excluded = Math.max(2 * sensitivity.granule() / quiet, crept(quiet));
        String detail = "no growth in the last " + quiet + " cycles";
        return new SeriesVerdict(
                shape(), new Slope(0, 0, excluded), growth(), steps(), quiet, detail, OptionalInt.empty());
    }

    /** A rise of a step and more, in moves that are none, and too fast to be tolerated. */
    private boolean creeps(int quiet) {
        Levels since = levels.from(quietSince());
        return crept(quiet) > sensitivity.tolerance()
                && since.settled() - since.at(0) >= sensitivity.granule()
                && since.distances().max() < sensitivity.granule();
    }

    /** The growth in each of the quiet cycles, the last of which only confirms the others. */
    private double crept(int quiet) {
        return (levels.settled() - levels.at(quietSince())) / Math.max(1, quiet - 1);
    }

    private int quietSince() {
        return Math.max(lastGrowth(), sensitivity.warmup());
    }

    private Shape shape() {
        if (found.down() > 0.4 * found.up() && bigMoves() > 2) {
            return Shape.NOISE;
        }
        return switch (found.steps().size()) {
            case 0 -> Shape.FLAT;
            case 1 -> sensitivity.shapeOfStepIn(lastGrowth());
            default -> Shape.PLATEAU;
        };
    }

    private String whyInconclusive() {
        return found.steps().isEmpty() ? sensitivity.whyTooFew(cycles()) : "lasting growth in cycle " + lastGrowth();
    }

    private long bigMoves() {
        return levels.from(1).distances().countAtLeast(sensitivity.granule());
    }

    private List<Step> steps() {
        return found.steps().stream().map(step -> step.later(1)).toList();
    }

    private int lastGrowth() {
        List<Step> steps = steps();
        return steps.isEmpty() ? 1 : steps.get(steps.size() - 1).cycle();
    }

    private int cycles() {
        return levels.size() - 1;
    }

    private double growth() {
        return levels.last() - levels.at(1);
    }
}
