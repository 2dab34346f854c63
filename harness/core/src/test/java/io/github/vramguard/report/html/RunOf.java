package io.github.vramguard.report.html;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.run.Timeline.Moment;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Runs as they are read from disk, where any text and any number can be. */
final class RunOf {

    static final long MIB = 1 << 20;
    static final Machine MACHINE = new Machine("Linux amd64", "17 Eclipse Adoptium", List.of(), "");
    static final JvmRun JVM =
            new JvmRun(JvmRun.FORMAT, "1-2", "1-2.3-x", 1_795_000_000_000L, 1_795_000_900_000L, 700L, MACHINE);
    static final JvmRun KILLED =
            new JvmRun(JvmRun.FORMAT, "1-2", "1-2.4711-y", 1_795_000_000_001L, null, null, MACHINE);

    private RunOf() {}

    static Run tests(MeasuredTest... tests) {
        return Run.of(List.of(JVM), List.of(tests), List.of());
    }

    /** One test of each kind. */
    static Run eachKind() {
        return Run.of(
                List.of(JVM, KILLED),
                List.of(
                        test(
                                "embedsADocument",
                                Result.PASSED,
                                bytes("native", PoolOutcome.PASSED, 40 * MIB, 40 * MIB, 40 * MIB)),
                        test(
                                "loadsTwice",
                                Result.FAILED,
                                bytes("native", PoolOutcome.FAILED, 0L, 8 * MIB, null, 24 * MIB)),
                        test("fitsTheCard", Result.FAILED, budget("gpu0", 7168 * MIB, 6144 * MIB, 5120 * MIB)),
                        test(
                                "opensTheIndex",
                                Result.INCONCLUSIVE,
                                bytes("native", PoolOutcome.INCONCLUSIVE, 0L, 14 * MIB)),
                        test(
                                "failsByItself",
                                Result.NOT_JUDGED,
                                bytes("heap", PoolOutcome.INCONCLUSIVE, 5 * MIB, 5 * MIB),
                                bytes("threads", PoolOutcome.INCONCLUSIVE, 3L, 3L)),
                        in(
                                KILLED,
                                test(
                                        "neverEnds",
                                        Result.UNFINISHED,
                                        bytes("heap", PoolOutcome.INCONCLUSIVE, 5 * MIB)))),
                List.of("target/vramguard/jvm-runs/1-2.jsonl: the last record is cut off"));
    }

    static MeasuredTest test(String method, Result result, MeasuredPool... pools) {
        String check = pools.length > 0 && pools[0].budget() != null ? "@VramBudget" : "@LeakTest";
        String name = method + "()";
        return test(
                new TestCase("com.acme.ModelTests#" + name, check, name, "src/test/java/com/acme/ModelTests.java", 41),
                result,
                check + " " + name + ": told in one line",
                "  shape      told in\n  why        many lines",
                "this JVM (pid 3)",
                timeline(pools),
                pools);
    }

    static MeasuredTest test(
            TestCase test,
            Result result,
            String headline,
            String facts,
            String target,
            Timeline timeline,
            MeasuredPool... pools) {
        return new MeasuredTest(
                test,
                JVM.id(),
                1_795_000_000_500L,
                2_500,
                900,
                result,
                headline,
                facts,
                target,
                timeline,
                List.of(pools));
    }

    /** The same test in another JVM. */
    static MeasuredTest in(JvmRun jvm, MeasuredTest test) {
        return new MeasuredTest(
                test.test(),
                jvm.id(),
                test.startedAt(),
                test.millis(),
                test.measuringMillis(),
                test.result(),
                test.headline(),
                "",
                test.target(),
                test.timeline(),
                test.pools());
    }

    /** All readings are settled levels. */
    private static Timeline timeline(MeasuredPool... pools) {
        int length = pools.length == 0 ? 0 : pools[0].readings().size();
        return new Timeline(
                LongStream.range(0, length).map(at -> at * 400).boxed().toList(),
                LongStream.range(0, length).mapToInt(at -> (int) at).boxed().toList(),
                length > 3 ? 2 : 0,
                length > 1 ? List.of(new Moment("loaded", 1, 64L)) : List.of(),
                null);
    }

    static MeasuredPool bytes(String name, PoolOutcome outcome, @Nullable Long... readings) {
        long[] known = Arrays.stream(readings)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        return new MeasuredPool(
                name,
                Pool.Unit.BYTES,
                "mallinfo2",
                Quality.EXACT,
                outcome,
                outcome == PoolOutcome.FAILED ? Shape.LEAK : Shape.FLAT,
                (known[known.length - 1] - known[0]) / known.length,
                known[known.length - 1] - known[0],
                32_768L,
                LongStream.of(known).max().orElseThrow(),
                null,
                null,
                null,
                Arrays.asList(readings));
    }

    private static MeasuredPool budget(String name, long peak, long budget, long predicted) {
        return new MeasuredPool(
                name,
                Pool.Unit.BYTES,
                "NVML",
                Quality.EXACT,
                PoolOutcome.FAILED,
                null,
                null,
                null,
                null,
                peak,
                budget,
                predicted,
                null,
                List.of());
    }
}
