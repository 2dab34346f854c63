package io.github.vramguard.run;

import static io.github.vramguard.run.Timeline.orNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one pool, and what it contributed to the verdict. Amounts are in the unit of the pool.
 *
 * @param name the name of the pool
 * @param unit the unit of its amounts
 * @param source the source of the readings; empty if nothing could be read
 * @param quality whether the readings contain other memory; null if nothing could be read
 * @param outcome what it contributed to the verdict
 * @param shape what its levels look like; null where that was not judged
 * @param growthPerCycle its growth per cycle; null if it was not judged
 * @param residual the last level minus the first; null if either was not read
 * @param smallestDetectableLeak the smallest growth per cycle that would have been detected; null where it was not judged
 * @param peak its highest reading; null if there was none
 * @param budget its budget; null if it has none
 * @param predicted what the model file predicts; null if nothing was predicted
 * @param gap why the last reading is missing, or for a peak the first one that is; null if none is
 * @param readings one for each snapshot, null where it was not read; empty where only the peak is known
 */
public record MeasuredPool(
        @JsonProperty("pool") String name,
        Pool.Unit unit,
        String source,
        @Nullable Quality quality,
        PoolOutcome outcome,
        @Nullable Shape shape,
        @Nullable Long growthPerCycle,
        @Nullable Long residual,
        @Nullable Long smallestDetectableLeak,
        @Nullable Long peak,
        @Nullable Long budget,
        @Nullable Long predicted,
        @Nullable String gap,
        List<@Nullable Long> readings) {

    /** Copies the list, which may have nulls in it. */
    public MeasuredPool {
        Stream.of(name, unit, source, outcome).forEach(Objects::requireNonNull);
        readings = Collections.unmodifiableList(new ArrayList<>(readings));
    }

    /**
     * The pool by itself.
     *
     * @return its name and unit
     */
    public Pool pool() {
        return Pool.recorded(name, unit);
    }

    static List<MeasuredPool> unjudged(Trace trace) {
        return trace.pools().stream()
                .map(pool -> read(pool, trace, PoolOutcome.INCONCLUSIVE, null, null, null))
                .toList();
    }

    static List<MeasuredPool> of(Trace trace, Verdict verdict) {
        return verdict.pools().stream().map(judged -> of(trace, judged)).toList();
    }

    private static MeasuredPool of(Trace trace, PoolVerdict judged) {
        boolean seen = judged.outcome() != PoolOutcome.UNREAD;
        return read(
                judged.pool(),
                trace,
                judged.outcome(),
                seen ? judged.series().shape() : null,
                seen ? judged.perCycle() : null,
                seen ? Math.round(judged.excluded()) : null);
    }

    private static MeasuredPool read(
            Pool pool,
            Trace trace,
            PoolOutcome outcome,
            @Nullable Shape shape,
            @Nullable Long growthPerCycle,
            @Nullable Long smallestDetectableLeak) {
        List<Reading> series = trace.series(pool);
        return new MeasuredPool(
                pool.name(),
                pool.unit(),
                source(trace, pool),
                trace.quality(pool).orElse(null),
                outcome,
                shape,
                growthPerCycle,
                residual(series),
                smallestDetectableLeak,
                orNull(trace.peak(pool)),
                null,
                null,
                series.isEmpty() ? null : gap(series.get(series.size() - 1)),
                readings(trace, pool));
    }

    private static List<@Nullable Long> readings(Trace trace, Pool pool) {
        List<@Nullable Long> readings = new ArrayList<>();
        for (Snapshot snapshot : trace.snapshots()) {
            readings.add(orNull(snapshot.of(pool).amount()));
        }
        return readings;
    }

    private static @Nullable Long residual(List<Reading> series) {
        return series.size() < 2 ? null : orNull(series.get(series.size() - 1).minus(series.get(0)));
    }

    static List<MeasuredPool> of(
            Trace trace, Peaks peaks, OptionalLong budget, OptionalLong predicted, Verdict verdict) {
        List<MeasuredPool> pools = new ArrayList<>();
        peaks.pools().forEach((pool, peak) -> pools.add(of(trace, pool, peak, budget, predicted, verdict)));
        return pools;
    }

    private static MeasuredPool of(
            Trace trace, Pool pool, Peak peak, OptionalLong budget, OptionalLong predicted, Verdict verdict) {
        OptionalLong exceeded = exceeded(verdict, pool);
        return new MeasuredPool(
                pool.name(),
                pool.unit(),
                source(trace, pool),
                trace.quality(pool).orElse(null),
                outcome(peak, exceeded.isPresent()),
                null,
                null,
                null,
                null,
                orNull(peak.highest().amount()),
                orNull(exceeded.isPresent() ? exceeded : budget),
                orNull(predicted),
                peak.missed().map(Reading.Gap::toString).orElseGet(() -> gap(peak.highest())),
                readings(trace, pool));
    }

    private static PoolOutcome outcome(Peak peak, boolean isExceeded) {
        if (peak.highest().amount().isEmpty()) {
            return PoolOutcome.UNREAD;
        }
        if (isExceeded) {
            return PoolOutcome.FAILED;
        }
        return peak.missed().isPresent() ? PoolOutcome.INCONCLUSIVE : PoolOutcome.PASSED;
    }

    /** What was exceeded: a budget, or what an earlier run reached. */
    private static OptionalLong exceeded(Verdict verdict, Pool pool) {
        return verdict instanceof Verdict.Failed failed
                ? failed.findings().stream()
                        .flatMapToLong(finding -> exceeded(finding, pool))
                        .findFirst()
                : OptionalLong.empty();
    }

    private static LongStream exceeded(Finding finding, Pool pool) {
        if (finding instanceof Finding.OverBudget over && over.pool().equals(pool)) {
            return LongStream.of(over.limit());
        }
        return finding instanceof Finding.OverBaseline more && more.pool().equals(pool)
                ? LongStream.of(more.baseline() + more.tolerance())
                : LongStream.empty();
    }

    private static String source(Trace trace, Pool pool) {
        Origin origin = trace.origins().get(pool);
        return origin == null ? "" : origin.source();
    }

    private static @Nullable String gap(Reading reading) {
        return reading instanceof Reading.Gap gap ? gap.toString() : null;
    }
}
