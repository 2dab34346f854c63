package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.run.Timeline.Moment;
import io.github.vramguard.run.Timeline.Prediction;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tests whose charts have more than levels: turns of a conversation, or samples under a budget. */
final class Charted {

    private static final long BYTES_PER_TOKEN = 96 * 1024;
    private static final int CYCLES = 4;
    private static final int READINGS = 1 + CYCLES * 3;

    private Charted() {}

    /** In each of four cycles a cache grows by 64 tokens, and by 64 more, and is given back. */
    static MeasuredTest conversation() {
        Long[] direct = LongStream.range(0, READINGS)
                .mapToObj(at -> at % 3 * 64 * BYTES_PER_TOKEN)
                .toArray(Long[]::new);
        return test(
                "converses",
                "@LeakTest",
                Result.PASSED,
                turns(new Prediction(BYTES_PER_TOKEN, null)),
                RunOf.bytes("direct", PoolOutcome.PASSED, direct));
    }

    /** A leak of 3.5 MiB a cycle beside a cache that is taken at load. */
    static MeasuredTest leakBesideACacheOf(long reservedMib) {
        Long[] leak = LongStream.range(0, READINGS)
                .mapToObj(at -> (at + 2) / 3 * 7 * MIB / 2)
                .toArray(Long[]::new);
        return test(
                "switchesTheModel",
                "@LeakTest",
                Result.FAILED,
                turns(new Prediction(BYTES_PER_TOKEN, reservedMib * MIB)),
                RunOf.bytes("native", PoolOutcome.FAILED, leak));
    }

    private static Timeline turns(Prediction cache) {
        List<Moment> marks = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            marks.add(new Moment("turn", cycle * 3 + 1, 64L));
            marks.add(new Moment("turn", cycle * 3 + 2, 128L));
        }
        return new Timeline(
                LongStream.range(0, READINGS).map(at -> at * 400).boxed().toList(),
                IntStream.rangeClosed(0, CYCLES).mapToObj(cycle -> cycle * 3).toList(),
                2,
                marks,
                cache);
    }

    /** Samples of half a second, the third of which is the highest. */
    static MeasuredTest budget(long highestMib, long budgetMib, @Nullable Long predictedMib) {
        List<@Nullable Long> samples = Arrays.asList(107 * MIB, null, highestMib * MIB, highestMib * MIB / 2);
        MeasuredPool pool = new MeasuredPool(
                "gpu0",
                Pool.Unit.BYTES,
                "NVML",
                Quality.EXACT,
                highestMib > budgetMib ? PoolOutcome.FAILED : PoolOutcome.PASSED,
                null,
                null,
                null,
                null,
                highestMib * MIB,
                budgetMib * MIB,
                predictedMib == null ? null : (Long) (predictedMib * MIB),
                null,
                samples);
        return test(
                "fitsTheCard",
                "@VramBudget",
                highestMib > budgetMib ? Result.FAILED : Result.PASSED,
                new Timeline(List.of(0L, 500L, 1_000L, 1_500L), List.of(), 0, List.of(), null),
                pool);
    }

    private static MeasuredTest test(
            String method, String check, Result result, Timeline timeline, MeasuredPool... pools) {
        String name = method + "()";
        return RunOf.test(
                new TestCase("com.acme.ModelTests#" + name, check, name, "src/test/java/com/acme/ModelTests.java", 41),
                result,
                check + " " + name + ": told in one line",
                "  shape      told in a line",
                "this JVM (pid 3)",
                timeline,
                pools);
    }
}
