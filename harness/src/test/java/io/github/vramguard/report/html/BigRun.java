package io.github.vramguard.report.html;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.run.Timeline.Moment;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A run of a large code base, whose readings are as restless as those of real ones. */
final class BigRun {

    static final int TESTS = 5_000;
    private static final int SNAPSHOTS = 30;
    private static final List<String> STILL = List.of("children", "threads", "files", "descendants", "direct");
    private static final List<String> RESTLESS = List.of("gpu0", "heap", "metaspace", "native", "resident");
    private static final long PAGE = 4096;
    private static final Map<Result, Standing> STANDINGS =
            Map.of(Result.BROKEN, Standing.BROKEN, Result.INCONCLUSIVE, Standing.UNDECIDED, Result.KEPT, Standing.KEPT);

    private final Random random = new Random(7);

    private BigRun() {}

    static Run create() {
        BigRun big = new BigRun();
        return Run.of(
                List.of(RunOf.FORK),
                IntStream.range(0, TESTS).mapToObj(big::test).toList(),
                List.of());
    }

    private MeasuredTest test(int number) {
        Result result = number % 50 == 0 ? Result.BROKEN : number % 20 == 0 ? Result.INCONCLUSIVE : Result.KEPT;
        String name = "answersPrompt" + number + "()";
        TestCase test = new TestCase(
                "com.acme.feature" + number / 20 + ".ModelTests#" + name,
                "@LeakTest",
                name,
                "src/test/java/com/acme/feature" + number / 20 + "/ModelTests.java",
                number % 400);
        return new MeasuredTest(
                test,
                RunOf.FORK.id(),
                1_795_000_000_000L + number,
                4_000 + random.nextInt(1_000),
                2_000 + random.nextInt(1_000),
                result,
                "@LeakTest " + name + ": native memory grows " + random.nextInt(1 << 20) + " bytes every cycle",
                facts(),
                "this JVM (pid 4711)",
                timeline(),
                pools(result));
    }

    private String facts() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "  cycle              1*        2*         3  …         8         9        10   (* warm-up, not counted)"));
        for (String pool : RESTLESS) {
            StringBuilder line = new StringBuilder(String.format("  %-10s", pool));
            random.longs(6, 0, 1 << 30).forEach(level -> line.append(String.format("%10s", level)));
            lines.add(line + "   FLAT, excludes 32 KiB a cycle");
        }
        lines.add(
                "  measured   this JVM (pid 4711) · /proc, management beans, mallinfo2 less NMT · settled in 0.6 s a cycle");
        return String.join("\n", lines);
    }

    private Timeline timeline() {
        List<Long> at = LongStream.range(0, SNAPSHOTS)
                .map(snapshot -> snapshot * 300 + random.nextInt(200))
                .boxed()
                .toList();
        List<Integer> levels = IntStream.range(0, SNAPSHOTS)
                .filter(snapshot -> snapshot % 3 == 0)
                .boxed()
                .toList();
        return new Timeline(
                at, levels, 2, List.of(new Moment("loaded", 1, null), new Moment("answered", 2, null)), null);
    }

    private List<MeasuredPool> pools(Result result) {
        Standing standing = Objects.requireNonNull(STANDINGS.get(result));
        List<MeasuredPool> pools = new ArrayList<>();
        RESTLESS.forEach(name -> pools.add(pool(name, standing, restless())));
        STILL.forEach(name -> pools.add(pool(name, Standing.KEPT, Collections.nCopies(SNAPSHOTS, 3L))));
        return pools;
    }

    private List<@Nullable Long> restless() {
        List<@Nullable Long> readings = new ArrayList<>();
        for (int snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
            readings.add((1L << 28) / PAGE * PAGE + random.nextInt(1 << 24));
        }
        return readings;
    }

    private MeasuredPool pool(String name, Standing standing, List<@Nullable Long> readings) {
        return new MeasuredPool(
                name,
                STILL.contains(name) ? Pool.Unit.COUNT : Pool.Unit.BYTES,
                "/proc",
                Quality.EXACT,
                standing,
                Shape.FLAT,
                (long) random.nextInt(1 << 20),
                (long) random.nextInt(1 << 24),
                32_768L,
                (1L << 28) + random.nextInt(1 << 24),
                null,
                null,
                null,
                readings);
    }
}
