package io.github.vramguard.run;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds runs from what they measured in the end. */
public final class Measured {

    private static final Origin LEDGER = Origin.exact("a ledger");

    /** A machine with a GPU. */
    public static final Machine GPU_MACHINE =
            new Machine("Linux amd64", "17", List.of("NVIDIA H200 (driver 570)"), "cuda");

    private static final Timeline ONE_RUN = new Timeline(List.of(0L, 1L), List.of(0, 1), 0, List.of(), null);
    private static final Timeline CYCLES = new Timeline(List.of(0L, 1L, 2L), List.of(0, 1, 2), 0, List.of(), null);

    private Measured() {}

    /** A run of some tests, the only one that began at that time. */
    public static Run run(Machine machine, long startedAt, MeasuredTest... tests) {
        JvmRun jvm = new JvmRun(JvmRun.FORMAT, "1-2", "1-2.3", startedAt, startedAt + 1, 0L, machine);
        return Run.of(List.of(jvm), List.of(tests), List.of());
    }

    public static Run run(MeasuredTest... tests) {
        return run(RunFixture.MACHINE, 1, tests);
    }

    /** A test that ran once. */
    public static MeasuredTest test(String id, Result result, MeasuredPool... pools) {
        return test(id, "@NoLeak", result, ONE_RUN, List.of(pools));
    }

    /** A test that ran in cycles. */
    public static MeasuredTest leakTest(String id, Result result, MeasuredPool... pools) {
        return test(id, "@LeakTest", result, CYCLES, List.of(pools));
    }

    private static MeasuredTest test(
            String id, String check, Result result, Timeline timeline, List<MeasuredPool> pools) {
        String headline = check + " " + id + ": " + result;
        TestCase test = new TestCase(id, check, id, null, null);
        return new MeasuredTest(test, "1-2.3", 1, 2, 1, result, headline, "", "this JVM", timeline, pools);
    }

    /** The same test in another JVM. */
    public static MeasuredTest in(JvmRun jvm, MeasuredTest test) {
        return new MeasuredTest(
                test.test(),
                jvm.id(),
                test.startedAt(),
                test.millis(),
                test.measuringMillis(),
                test.result(),
                test.headline(),
                test.facts(),
                test.target(),
                test.timeline(),
                test.pools());
    }

    /** What stays of a pool, in all and after each cycle. */
    public static MeasuredPool pool(Pool pool, Origin origin, long amount) {
        return pool(pool, origin, PoolOutcome.PASSED, amount, null, null, null);
    }

    public static MeasuredPool pool(Pool pool, long amount) {
        return pool(pool, LEDGER, amount);
    }

    /** A pool that was not read. */
    public static MeasuredPool gap(Pool pool, String why) {
        return pool(pool, null, PoolOutcome.UNREAD, null, null, null, why);
    }

    /** A pool that is never judged. */
    public static MeasuredPool shown(Pool pool, long amount) {
        return pool(pool, Origin.mixed("others"), PoolOutcome.REPORTED, amount, null, null, null);
    }

    /** A pool with a budget. */
    public static MeasuredPool peak(Pool pool, long peak, long budget) {
        return pool(pool, LEDGER, PoolOutcome.PASSED, null, peak, budget, null);
    }

    private static MeasuredPool pool(
            Pool pool,
            @Nullable Origin origin,
            PoolOutcome outcome,
            @Nullable Long amount,
            @Nullable Long peak,
            @Nullable Long budget,
            @Nullable String gap) {
        return new MeasuredPool(
                pool.name(),
                pool.unit(),
                origin == null ? "" : origin.source(),
                origin == null ? null : origin.quality(),
                outcome,
                null,
                amount,
                amount,
                null,
                peak,
                budget,
                null,
                gap,
                List.of());
    }
}
