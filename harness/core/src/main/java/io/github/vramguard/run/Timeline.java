package io.github.vramguard.run;

import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When snapshots were taken.
 *
 * @param at each snapshot, in milliseconds since the first
 * @param levels the positions of settled levels: the first before the first cycle, each further one after a cycle
 * @param warmup the first cycles, whose growth is no evidence; 0 where there is only one
 * @param marks names for some snapshots
 * @param cache the predicted memory per token of context; null if no model is known
 */
public record Timeline(
        List<Long> at,
        List<Integer> levels,
        int warmup,
        List<Moment> marks,
        @Nullable Prediction cache) {

    private static final int WARMUP = 2;
    private static final int ONE_RUN = 2;

    /** Copies the lists; refuses positions where there is no snapshot, which records of others may have. */
    public Timeline {
        at = List.copyOf(at);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
        int snapshots = at.size();
        Stream.concat(levels.stream(), marks.stream().map(Moment::snapshot))
                .forEach(position -> Objects.checkIndex(position, snapshots));
    }

    /**
     * A name for a snapshot.
     *
     * @param name the name
     * @param snapshot its position
     * @param tokens the number of tokens in the context; null if not given
     */
    public record Moment(
            String name, int snapshot, @Nullable Long tokens) {

        /** Refuses a moment without a name. */
        public Moment {
            Objects.requireNonNull(name);
        }
    }

    /**
     * The predicted memory per token of context.
     *
     * @param bytesPerToken keys and values of each token
     * @param reservedBytes the bytes that are allocated for the whole context at load; null if unknown
     */
    public record Prediction(long bytesPerToken, @Nullable Long reservedBytes) {}

    static Timeline of(Trace trace) {
        List<Snapshot> snapshots = trace.snapshots();
        Instant first = snapshots.isEmpty() ? Instant.EPOCH : snapshots.get(0).at();
        return new Timeline(
                snapshots.stream()
                        .map(snapshot -> snapshot.at().toEpochMilli() - first.toEpochMilli())
                        .toList(),
                IntStream.range(0, snapshots.size())
                        .filter(position -> snapshots.get(position).settled().isPresent())
                        .boxed()
                        .toList(),
                trace.cycles() > WARMUP ? WARMUP : 0,
                trace.marks().stream()
                        .map(mark -> new Moment(mark.name(), mark.snapshot(), orNull(mark.tokens())))
                        .toList(),
                trace.cache()
                        .map(cache -> new Prediction(cache.bytesPerToken(), orNull(cache.reserved())))
                        .orElse(null));
    }

    /**
     * Returns whether the test ran in cycles.
     *
     * @return false if it ran once, or nothing but peaks is known
     */
    public boolean hasCycles() {
        return levels.size() > ONE_RUN;
    }

    static @Nullable Long orNull(OptionalLong amount) {
        return amount.isPresent() ? (Long) amount.getAsLong() : null;
    }
}
