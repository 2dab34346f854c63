package io.github.vramguard.report.ci;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.List;
import java.util.Set;

/**
 * Selects the tests and pools that can be tracked from run to run. Unfinished tests, pools that are only reported, and counts
 * vary by chance.
 */
final class Benchmarks {

    private static final Set<Result> CUT_SHORT = Set.of(Result.NOT_JUDGED, Result.UNFINISHED);
    private static final Set<PoolOutcome> NOT_JUDGED = Set.of(PoolOutcome.REPORTED, PoolOutcome.UNREAD);

    private Benchmarks() {}

    static List<MeasuredTest> of(Run run) {
        return run.tests().stream()
                .filter(test -> !CUT_SHORT.contains(test.result()))
                .toList();
    }

    /** Those that were judged, in bytes or with a budget. */
    static List<MeasuredPool> pools(MeasuredTest test) {
        return test.pools().stream()
                .filter(pool -> !NOT_JUDGED.contains(pool.outcome()))
                .filter(pool -> pool.unit() == Pool.Unit.BYTES || pool.budget() != null)
                .toList();
    }
}
