package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much a cache grows that keeps each conversation: what the last mark with tokens in each cycle says that the context held.
 *
 * @param tokens the tokens of a cycle, on average
 * @param bytes what so many of one sequence take
 * @param checkpoints how many copies are kept besides of the part of that which has an end, at most
 * @param checkpointBytes what each of these takes
 */
public record TokenGrowth(double tokens, double bytes, int checkpoints, double checkpointBytes) {

    /** Caches keep whole blocks of tokens, and a little besides. */
    private static final double MARGIN = 1.1;

    /**
     * The growth that the marks of a trace predict.
     *
     * @param trace what was measured
     * @return the growth, without checkpoints; empty where no cycle has a mark with tokens, or nobody knows what they take
     */
    public static Optional<TokenGrowth> in(Trace trace) {
        Collection<Long> last = trace.turns().stream()
                .collect(Collectors.toMap(Turn::cycle, Turn::tokens, (one, later) -> later))
                .values();
        return last.isEmpty() ? Optional.empty() : trace.cache().map(cache -> of(last, cache));
    }

    private static TokenGrowth of(Collection<Long> tokens, TokenCache cache) {
        return new TokenGrowth(
                tokens.stream().mapToLong(Long::longValue).average().orElse(0),
                tokens.stream().mapToDouble(cache::bytes).average().orElse(0),
                0,
                tokens.stream().mapToDouble(cache::boundedBytes).average().orElse(0));
    }

    /** With so many checkpoints of each conversation at most, where a model has what they are for. */
    TokenGrowth withCheckpoints(int most) {
        return new TokenGrowth(tokens, bytes, checkpointBytes > 0 ? most : 0, checkpointBytes);
    }

    /**
     * The growth in each cycle.
     *
     * @return bytes
     */
    public double perCycle() {
        return bytes + checkpoints * checkpointBytes;
    }

    /**
     * Whether so much is no more than this.
     *
     * @param measured growth in each cycle, in bytes
     * @param tolerance what is forgiven of that
     * @return whether tokens explain it
     */
    public boolean explains(double measured, double tolerance) {
        return measured <= MARGIN * perCycle() + tolerance;
    }

    @Override
    public String toString() {
        String taken = Math.round(tokens) + " tokens a cycle take " + size(bytes);
        if (checkpointBytes == 0) {
            return taken + " at " + size(bytes / tokens) + " each";
        }
        return checkpoints == 0
                ? taken
                : taken + ", and up to " + checkpoints + " checkpoints " + size(checkpointBytes) + " each";
    }

    private static ByteSize size(double bytes) {
        return new ByteSize(Math.round(bytes));
    }
}
