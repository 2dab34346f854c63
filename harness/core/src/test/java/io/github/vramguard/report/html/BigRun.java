package io.github.vramguard.report.html;

import static io.github.vramguard.report.html.RunOf.MIB;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.run.Timeline;
import io.github.vramguard.run.Timeline.Moment;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A run of a large code base: each test with all pools of a real one, as restless as they are there, and with as many facts. */
final class BigRun {

    static final int TESTS = 5_000;
    private static final int SNAPSHOTS = 30;
    private static final Map<Result, PoolOutcome> STANDINGS = Map.of(
            Result.FAILED,
            PoolOutcome.FAILED,
            Result.INCONCLUSIVE,
            PoolOutcome.INCONCLUSIVE,
            Result.PASSED,
            PoolOutcome.PASSED);

    private static final List<Kind> POOLS = List.of(
            new Kind("gpu0", "NVML", 2 * MIB, 512, 2),
            new Kind("children", "/proc", 1, 0, 1),
            new Kind("heap", "management beans", 8, 1 << 13, 1),
            new Kind("direct", "management beans", 1, 0, 1),
            new Kind("metaspace", "management beans", 8, 1 << 13, 1),
            new Kind("native", "mallinfo2 less NMT", 8, 1 << 17, 1),
            new Kind("untouched", "/proc", 4096, 256, 3),
            new Kind("threads", "/proc", 1, 0, 1),
            new Kind("files", "/proc", 1, 0, 1),
            new Kind("container", "cgroup", 1, 0, 1),
            new Kind("descendants", "/proc", 1, 0, 1),
            new Kind("resident", "/proc", 4096, 1024, 1),
            new Kind("mapped", "/proc", 4096, 64, 3));

    /**
     * How restless a pool is.
     *
     * @param most by how many of its units it differs from one reading to the next; 0 if it stays as it is
     * @param every in how many readings it does so once
     */
    private record Kind(String name, String source, long unit, int most, int every) {}

    private final Random random = new Random(7);

    private BigRun() {}

    static Run create() {
        BigRun big = new BigRun();
        return Run.of(
                List.of(RunOf.JVM),
                IntStream.range(0, TESTS).mapToObj(big::test).toList(),
                List.of());
    }

    private MeasuredTest test(int number) {
        Result result = number % 50 == 0 ? Result.FAILED : number % 20 == 0 ? Result.INCONCLUSIVE : Result.PASSED;
        String name = "answersPrompt" + number + "()";
        TestCase test = new TestCase(
                "com.acme.feature" + number / 20 + ".ModelTests#" + name,
                "@LeakTest",
                name,
                "src/test/java/com/acme/feature" + number / 20 + "/ModelTests.java",
                number % 400);
        return new MeasuredTest(
                test,
                RunOf.JVM.id(),
                1_795_000_000_000L + number,
                4_000 + random.nextInt(1_000),
                2_000 + random.nextInt(1_000),
                result,
                "@LeakTest " + name
                        + ": memory returns to its baseline; smallest detectable leak per cycle: heap 32 KiB, direct "
                        + new ByteSize(random.nextInt(4096)) + ", metaspace 32 KiB, native 32 KiB, untouched 32 KiB,"
                        + " container 2 MiB, descendants 2 MiB, resident 2 MiB",
                facts(result),
                "this JVM (pid 4711) and the containers it started",
                timeline(),
                POOLS.stream()
                        .map(pool -> pool(pool, Objects.requireNonNull(STANDINGS.get(result))))
                        .toList());
    }

    /** The block of a real test, with amounts of its own in each line of a pool that does not stay as it is. */
    private String facts(Result result) {
        List<String> lines = new ArrayList<>();
        if (result == Result.FAILED) {
            lines.add(
                    "  shape      LEAK, recurrent steps in 8 of 8 cycles after warm-up; certain at cycle 10 of at most 20");
        }
        lines.add(
                "  cycle              1*        2*         3  …         7         8         9   (* warm-up, not counted)");
        POOLS.stream().filter(pool -> pool.most() > 0).map(this::levels).forEach(lines::add);
        lines.add(
                "  direct         16 MiB    16 MiB    16 MiB  …    16 MiB    16 MiB    16 MiB   FLAT, smallest detectable leak: 1 KiB per cycle"
                        + " and leaks in " + (25 + random.nextInt(20)) + " % of cycles (95 %)");
        lines.add("  steady     children 0 · threads " + random.nextInt(9) + " · files " + (40 + random.nextInt(90))
                + " · container 0 B · descendants 0 B");
        lines.add("  measured   this JVM (pid 4711) and the containers it started"
                + " · NVML, /proc, management beans, mallinfo2 less NMT, cgroup");
        lines.add("             settled in " + random.nextInt(20) / 10.0 + " s per cycle");
        if (result == Result.FAILED) {
            lines.add("  why        not the Java heap · not fragmentation: malloc itself counts the bytes as in use");
            lines.add("  outlook    " + amount() + " exhausted after about " + random.nextInt(2000) + " more cycles");
            lines.add("  next       async-profiler with event=nativemem names the allocating call");
            lines.add("  report     target/vramguard/index.html");
        }
        return String.join("\n", lines);
    }

    private String levels(Kind pool) {
        StringBuilder line = new StringBuilder(String.format("  %-9s", pool.name()));
        for (int cell = 0; cell < 6; cell++) {
            line.append(cell == 3 ? "  …" : "").append(String.format("%10s", amount()));
        }
        return line + "   FLAT, smallest detectable leak: " + new ByteSize(random.nextInt(1 << 16)) + " per cycle";
    }

    private ByteSize amount() {
        return new ByteSize(random.nextInt(1 << 30));
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
        List<Moment> marks = IntStream.range(0, SNAPSHOTS)
                .filter(snapshot -> snapshot % 3 != 0)
                .mapToObj(snapshot -> new Moment(snapshot % 3 == 1 ? "loaded" : "answered", snapshot, null))
                .toList();
        return new Timeline(at, levels, 2, marks, null);
    }

    private MeasuredPool pool(Kind pool, PoolOutcome outcome) {
        List<@Nullable Long> readings = new ArrayList<>();
        long reading = 64 * MIB;
        for (int snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
            boolean moves = pool.most() > 0 && snapshot % pool.every() == 0;
            reading += moves ? pool.unit() * (random.nextInt(2 * pool.most()) - pool.most()) : 0;
            readings.add(reading);
        }
        return new MeasuredPool(
                pool.name(),
                List.of("children", "threads", "files").contains(pool.name()) ? Pool.Unit.COUNT : Pool.Unit.BYTES,
                pool.source(),
                Quality.EXACT,
                outcome,
                Shape.FLAT,
                (long) random.nextInt(1 << 20),
                reading - 64 * MIB,
                32_768L,
                reading + random.nextInt(1 << 24),
                null,
                null,
                null,
                readings);
    }
}
