package io.github.vramguard.gpucheck;

import static io.github.vramguard.gpucheck.Bench.GRANULE;
import static io.github.vramguard.gpucheck.Bench.MIB;

import io.github.vramguard.memory.ByteSize;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How long a driver takes to give memory back. */
final class Release {

    private static final long BYTES = 512 * MIB;

    /** Two granules: what a neighbour that does little may move meanwhile. */
    private static final long STIR = 2 * GRANULE;

    private final Bench bench;

    private Release(Bench bench) {
        this.bench = bench;
    }

    static List<Claim> claims(Bench bench) {
        Release release = new Release(bench);
        String within = "back within " + bench.patience().toSeconds() + " s";
        return List.of(
                new Claim("release of 512 MiB after free", within, release::afterFree),
                new Claim("release after a regular exit", within, () -> release.afterEnd(Holder::quit)),
                new Claim("release after SIGKILL", within, () -> release.afterEnd(Holder::kill)));
    }

    private Outcome afterFree() throws IOException, Unreadable {
        try (Holder holder = bench.holderWithContext()) {
            long before = holder.held();
            long taken = holder.alloc(BYTES).held();
            holder.free();
            Optional<Duration> time = Wait.until(() -> holder.held() <= before + GRANULE, bench.patience());
            return outcome(taken >= BYTES, time, new ByteSize(holder.held()) + " held");
        }
    }

    /** Ends a process. */
    @FunctionalInterface
    private interface End {
        void of(Holder holder) throws IOException;
    }

    /** Where others hold memory, the list alone tells; else the device must be back, too. */
    private Outcome afterEnd(End end) throws IOException, Unreadable {
        long before = bench.used();
        try (Holder holder = bench.holderWithContext().alloc(BYTES)) {
            Set<Long> listed = bench.listed(holder.pid());
            boolean isAlone = Set.of(holder.pid()).equals(listed);
            end.of(holder);
            Optional<Duration> time = Wait.until(
                    () -> !bench.listed(holder.pid()).contains(holder.pid())
                            && (!isAlone || bench.used() <= before + STIR),
                    bench.patience());
            return outcome(
                    listed.contains(holder.pid()),
                    time,
                    "device " + new ByteSize(bench.used() - before) + " above the level before");
        }
    }

    private static Outcome outcome(boolean wasSeen, Optional<Duration> time, String then) {
        String after = time.map(taken -> "after " + taken.toMillis() + " ms").orElse("not back");
        return Outcome.of(wasSeen && time.isPresent(), (wasSeen ? after : "was never seen") + ", " + then);
    }
}
