package io.github.vramguard.cli.doctor;

import io.github.vramguard.cli.doctor.SelfTestCheck.Outcome;
import io.github.vramguard.cli.doctor.SelfTestCheck.Plant;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.malloc.NativeBlock;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Runs a leak that must be detected, and a clean control that must pass. */
final class SelfTest {

    private static final long MIB = 1024 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final Set<Cause> NOT_MEASURABLE = Set.of(Cause.UNREADABLE, Cause.EXHAUSTION);

    /** Without native memory tracking only more than 4 MiB per cycle stands out from the memory of the JVM itself. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject(Pool.HEAP, 2 * MIB, SelfTest::onHeap), new Subject(Pool.NATIVE, 8 * MIB, NativeBlock::of));

    private final Bench bench;

    SelfTest(Bench bench) {
        this.bench = bench;
    }

    private record Subject(Pool pool, long bytes, LongFunction<AutoCloseable> take) {}

    /** In small pieces: a large array has regions of its own, whose size the collector rounds up to as much as 32 MiB. */
    private static AutoCloseable onHeap(long bytes) {
        byte[][] block = new byte[(int) (bytes / PIECE)][PIECE];
        return () -> Arrays.fill(block, null);
    }

    /** Runs all parts, and says which one begins. */
    List<SelfTestCheck> run(Consumer<String> progress) {
        List<SelfTestCheck> checks = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            for (Plant plant : Plant.values()) {
                progress.accept(subject.pool() + ", " + what(subject, plant));
                checks.add(check(subject, plant));
            }
        }
        return checks;
    }

    private static String what(Subject subject, Plant plant) {
        return new ByteSize(subject.bytes()) + (plant == Plant.LEAK ? " leaked" : " allocated and released")
                + " per cycle";
    }

    private SelfTestCheck check(Subject subject, Plant plant) {
        List<AutoCloseable> leaked = new ArrayList<>();
        try {
            Verdict verdict = bench.run(
                    subject.pool(),
                    () -> subject.take().apply(subject.bytes()),
                    plant == Plant.LEAK ? leaked::add : AutoCloseable::close);
            return judge(subject, plant, verdict);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            return new SelfTestCheck(subject.pool(), plant, Outcome.NOT_TESTED, "it could not run: " + e);
        } finally {
            leaked.forEach(SelfTest::release);
        }
    }

    private static void release(AutoCloseable block) {
        try {
            block.close();
        } catch (Exception e) {
            throw new IllegalStateException("a block of the self-test cannot be released", e);
        }
    }

    private static SelfTestCheck judge(Subject subject, Plant plant, Verdict verdict) {
        Optional<String> obstacle = obstacle(verdict);
        if (obstacle.isPresent()) {
            return new SelfTestCheck(subject.pool(), plant, Outcome.NOT_TESTED, obstacle.get());
        }
        boolean caught = leak(subject, verdict).isPresent();
        return new SelfTestCheck(
                subject.pool(),
                plant,
                caught == (plant == Plant.LEAK) ? Outcome.PASSED : Outcome.FAILED,
                what(subject, plant) + ": " + (caught ? "" : "not ") + (plant == Plant.LEAK ? "detected" : "flagged")
                        + " after " + cycles(verdict) + " cycles" + rest(subject, verdict));
    }

    private static Optional<String> obstacle(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive open
                ? open.reasons().stream()
                        .filter(reason -> NOT_MEASURABLE.contains(reason.cause()))
                        .map(InconclusiveReason::detail)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<PoolVerdict> leak(Subject subject, Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                ? failed.findings().stream()
                        .filter(Finding.Leak.class::isInstance)
                        .map(leak -> ((Finding.Leak) leak).verdict())
                        .filter(leak -> leak.pool().equals(subject.pool()))
                        .findFirst()
                : Optional.empty();
    }

    private static int cycles(Verdict verdict) {
        return verdict.pools().stream().mapToInt(PoolVerdict::cycles).max().orElse(0);
    }

    private static String rest(Subject subject, Verdict verdict) {
        if (verdict instanceof Verdict.Inconclusive open) {
            return ", but inconclusive: " + open.reasons().get(0).detail();
        }
        return leak(subject, verdict)
                .map(leak -> ", as " + new ByteSize(leak.perCycle()) + " per cycle")
                .orElse("");
    }
}
