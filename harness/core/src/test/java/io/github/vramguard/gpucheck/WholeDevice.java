package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.LoadUnloadHarness.Step;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Verdicts on what a whole device has in use, where no driver tells processes apart. */
final class WholeDevice {

    private static final String SOURCE = "device";
    private static final long LEAK = 16 * MIB;
    private static final int CYCLE_WITH_COMPANY = 4;

    private final Bench bench;

    private WholeDevice(Bench bench) {
        this.bench = bench;
    }

    static List<Claim> claims(Bench bench) {
        WholeDevice device = new WholeDevice(bench);
        return List.of(
                new Claim(
                        "a leak of 16 MiB a cycle, by the whole device",
                        "failed",
                        () -> device.alone(holder -> holder.alloc(LEAK), Verdict.Failed.class)),
                new Claim(
                        "a clean loop, by the whole device",
                        "passed",
                        () -> device.alone(holder -> {}, Verdict.Passed.class)),
                new Claim(
                        "a clean loop that another process joins, by the whole device",
                        "inconclusive, because others moved",
                        device::joined));
    }

    /** Others that come and go make a verdict impossible, as they should. */
    private Outcome alone(Step<Holder> before, Class<? extends Verdict> expected) throws Exception {
        try (Holder holder = bench.holderWithContext()) {
            Loop loop = Loop.of(holder, SOURCE, before);
            return othersMoved(loop) ? Outcome.notChecked(loop.line()) : loop.expecting(expected);
        }
    }

    private Outcome joined() throws Exception {
        try (Holder holder = bench.holderWithContext();
                Holder other = bench.holder()) {
            AtomicInteger cycle = new AtomicInteger();
            Loop loop = Loop.of(holder, SOURCE, any -> {
                if (cycle.incrementAndGet() == CYCLE_WITH_COMPANY) {
                    other.alloc(LEAK);
                }
            });
            return Outcome.of(loop.verdict() instanceof Verdict.Inconclusive && othersMoved(loop), loop.line());
        }
    }

    private static boolean othersMoved(Loop loop) {
        return loop.pool().stream()
                .map(PoolVerdict::readings)
                .flatMap(List::stream)
                .anyMatch(reading -> reading instanceof Gap gap && gap.reason() == Reason.NOT_ATTRIBUTABLE);
    }
}
