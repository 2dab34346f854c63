package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a model of 8 billion weights takes on a GPU, in numbers that are made up: a picture is to be had without a GPU. */
final class StagedBudget {

    private static final int INTERVAL_MILLIS = 50;
    private static final long CONTEXT = 107;
    private static final long LOADED = 5_790;
    private static final long HIGHEST = 6_560;

    private static final String FACTS = String.join(
            "\n",
            "  gpu0       peak 6.41 GiB",
            "  predicted  weights 4.58 GiB · KV 1 GiB · output 501 KiB · compute 258 MiB · GPU context 107 MiB to 619 MiB",
            "  measured   this JVM (pid 4711) · NVML · 120 samples, one every 50 ms; a shorter peak may be missed",
            "  next       load less at a time, a smaller context or a smaller model, or raise the budget");

    private StagedBudget() {}

    static Run create() {
        List<Long> samples = new ArrayList<>();
        hold(samples, 6, 0);
        hold(samples, 4, CONTEXT);
        for (int part = 1; part <= 40; part++) {
            samples.add((CONTEXT + 115L * part) * MIB);
        }
        hold(samples, 20, LOADED);
        hold(samples, 12, HIGHEST);
        hold(samples, 30, LOADED);
        hold(samples, 8, CONTEXT);
        TestCase test = new TestCase(
                "com.acme.chat.AssistantTests#answersAPrompt()",
                "@VramBudget",
                "answersAPrompt()",
                "src/test/java/com/acme/chat/AssistantTests.java",
                38);
        return RunOf.tests(new MeasuredTest(
                test,
                RunOf.JVM.id(),
                RunOf.JVM.startedAt(),
                6_400,
                0,
                Result.FAILED,
                "@VramBudget answersAPrompt(): gpu0 peaks at 6.41 GiB, 416 MiB over the budget of 6 GiB",
                FACTS,
                "this JVM (pid 4711)",
                new Timeline(
                        LongStream.range(0, samples.size())
                                .map(at -> at * INTERVAL_MILLIS)
                                .boxed()
                                .toList(),
                        List.of(),
                        0,
                        List.of(),
                        null),
                List.of(pool(samples))));
    }

    private static void hold(List<Long> samples, int times, long mib) {
        IntStream.range(0, times).forEach(time -> samples.add(mib * MIB));
    }

    private static MeasuredPool pool(List<Long> samples) {
        return new MeasuredPool(
                "gpu0",
                Pool.Unit.BYTES,
                "NVML",
                Quality.EXACT,
                PoolOutcome.FAILED,
                null,
                null,
                null,
                null,
                HIGHEST * MIB,
                6_144 * MIB,
                5_650 * MIB,
                null,
                List.copyOf(samples));
    }
}
