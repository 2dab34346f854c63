package io.github.vramguard.report.ci;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunFixture;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs with tests of every result. */
final class Runs {

    static final long MIB = 1 << 20;

    private static final String FILE = "app/src/test/java/com/acme/ModelTests.java";
    private static final Timeline CYCLES = new Timeline(List.of(0L, 1L, 2L), List.of(0, 1, 2), 0, List.of(), null);

    private Runs() {}

    static Run all() {
        JvmRun killed = new JvmRun(JvmRun.FORMAT, "1-2", "1-2.4-y", 2_000, null, null, RunFixture.MACHINE);
        return Run.of(
                List.of(RunFixture.JVM, killed),
                List.of(
                        test(
                                "keeps",
                                Result.PASSED,
                                "memory returns to its baseline",
                                null,
                                pool(PoolOutcome.PASSED, "heap", 0L, 9 * MIB)),
                        test(
                                "leaks",
                                Result.FAILED,
                                "the Java heap grows 1 MiB every cycle",
                                12,
                                pool(PoolOutcome.FAILED, "heap", MIB, 20 * MIB)),
                        test(
                                "leaksMore",
                                Result.FAILED,
                                "gpu0 grows 512 MiB every cycle",
                                34,
                                pool(PoolOutcome.FAILED, "gpu0", 512 * MIB, 8192 * MIB)),
                        test(
                                "wobbles",
                                Result.INCONCLUSIVE,
                                "inconclusive, native: too noisy",
                                56,
                                pool(PoolOutcome.INCONCLUSIVE, "native", 2L, MIB)),
                        test("fails", Result.NOT_JUDGED, "the test failed by itself", 78),
                        test("hangs", Result.UNFINISHED, "measuring had begun", 90)),
                List.of("jvm-runs/1-2.4-y.jsonl: the last record is cut off"));
    }

    static Run of(MeasuredTest... tests) {
        return Run.of(List.of(RunFixture.JVM), Arrays.asList(tests), List.of());
    }

    /** A test that is broken on each of two JDKs. */
    static Run onTwoMachines(String method) {
        Machine newer = new Machine("Linux amd64", "21 Eclipse Adoptium", List.of(), "");
        JvmRun jvm = new JvmRun(JvmRun.FORMAT, "1-2", "1-2.5-z", 3_000, 9_000L, 700L, newer);
        MeasuredTest broken = test(method, Result.FAILED, "grows", 12, pool(PoolOutcome.FAILED, "heap", MIB, 2 * MIB));
        MeasuredTest more =
                test(method, Result.FAILED, "grows", 12, pool(PoolOutcome.FAILED, "heap", 2 * MIB, 3 * MIB));
        return Run.of(List.of(RunFixture.JVM, jvm), List.of(broken, Measured.in(jvm, more)), List.of());
    }

    static MeasuredTest test(
            String method, Result result, String headline, @Nullable Integer line, MeasuredPool... pools) {
        String facts = result == Result.NOT_JUDGED || result == Result.UNFINISHED ? "" : "  shape      " + result;
        return named("com.acme.ModelTests#" + method + "()", method + "()", result, headline, facts, line, pools);
    }

    static MeasuredTest named(
            String id,
            String name,
            Result result,
            String headline,
            String facts,
            @Nullable Integer line,
            MeasuredPool... pools) {
        return new MeasuredTest(
                new TestCase(id, "@LeakTest", name, line == null ? null : FILE, line),
                RunFixture.JVM.id(),
                2_000,
                1_500,
                400,
                result,
                "@LeakTest " + name + ": " + headline,
                facts,
                "this JVM (pid 4711)",
                CYCLES,
                List.of(pools));
    }

    static MeasuredPool pool(PoolOutcome outcome, String name, long perCycle, long peak) {
        return new MeasuredPool(
                name,
                Pool.named(name).unit(),
                "a ledger",
                Quality.EXACT,
                outcome,
                null,
                perCycle,
                null,
                null,
                peak,
                null,
                null,
                null,
                List.of());
    }
}
