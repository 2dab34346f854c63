package io.github.vramguard.rule;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.InconclusiveReason;
import io.github.vramguard.verdict.InconclusiveReason.Cause;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Loading must raise what is measured: otherwise nothing was loaded that could be released, or other processes are measured. */
public final class SeenToLoad {

    private SeenToLoad() {}

    /**
     * Returns a verdict that does not pass where nothing was seen to load.
     *
     * @param trace what was measured
     * @param verdict the verdict on it
     * @return an inconclusive verdict in place of one that passed, or the same
     */
    public static Verdict required(Trace trace, Verdict verdict) {
        Optional<Pool> judged = verdict.pools().stream()
                .filter(pool -> pool.outcome() == PoolOutcome.PASSED)
                .map(PoolVerdict::pool)
                .findFirst();
        return verdict instanceof Verdict.Passed && judged.isPresent()
                ? doubt(trace)
                        .<Verdict>map(doubt -> new Verdict.Inconclusive(
                                verdict.pools(),
                                List.of(new InconclusiveReason(
                                        Cause.NOTHING_LOADED,
                                        judged.get(),
                                        doubt
                                                + "; see that the measured processes are those that load the model, and that it"
                                                + " was not loaded before"))))
                        .orElse(verdict)
                : verdict;
    }

    /**
     * Returns what a verdict that passes has to say where nothing was seen to load.
     *
     * @param trace what was measured
     * @return a clause; empty where most loads were seen, where none was marked, and where a Java heap is measured, in which a model
     *     does not show before a collection
     */
    public static Optional<String> doubt(Trace trace) {
        List<RoundTrip> trips = RoundTrip.in(trace);
        long unseen = trips.stream().filter(trip -> !isSeen(trace, trip)).count();
        return 2 * unseen <= trips.size() || trace.peak(Pool.HEAP).isPresent()
                ? Optional.empty()
                : Optional.of("nothing was seen to load in " + unseen + " of " + trips.size()
                        + (trips.size() == 1 ? " cycle" : " cycles"));
    }

    private static boolean isSeen(Trace trace, RoundTrip trip) {
        return trace.pools().stream().anyMatch(pool -> trip.of(pool)
                .filter(levels -> levels.raised()
                        > Sensitivity.of(pool, trace.quality(pool).orElse(Quality.EXACT))
                                .resolution())
                .isPresent());
    }
}
