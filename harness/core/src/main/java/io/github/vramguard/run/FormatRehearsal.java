package io.github.vramguard.run;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Shape;
import java.util.Collections;
import java.util.List;

/**
 * Formats made-up records before anything is measured. Jackson asks records by reflection, for which the JDK makes classes of its own
 * after 15 calls of a method, and since JDK 18 after 127. They would be in the level of some later cycle.
 */
final class FormatRehearsal {

    private static final int RECORDS = 17;
    private static final int POOLS = 8;

    private static boolean done;

    private FormatRehearsal() {}

    /** Runs once per JVM; a second caller waits for the first. */
    static synchronized void once() {
        if (!done) {
            done = true;
            RunFormat.Line line = new RunFormat.Line(null, test());
            for (int i = 0; i < RECORDS; i++) {
                RunFormat.line(line);
            }
        }
    }

    private static MeasuredTest test() {
        return new MeasuredTest(
                new TestCase("", "", "", null, null),
                "",
                0,
                0,
                0,
                Result.UNFINISHED,
                "",
                "",
                "",
                new Timeline(List.of(0L), List.of(0), 0, List.of(), null),
                Collections.nCopies(POOLS, pool()));
    }

    private static MeasuredPool pool() {
        return new MeasuredPool(
                "",
                Pool.Unit.BYTES,
                "",
                Quality.EXACT,
                PoolOutcome.INCONCLUSIVE,
                Shape.FLAT,
                0L,
                0L,
                0L,
                0L,
                0L,
                0L,
                "",
                List.of(0L));
    }
}
