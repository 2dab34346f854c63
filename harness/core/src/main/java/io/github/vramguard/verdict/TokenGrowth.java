package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The growth of a cache that keeps each conversation, by the last mark with tokens in each cycle.
 *
 * @param tokens the tokens of a cycle, on average
 * @param bytes the size of so many tokens of one sequence
 * @param checkpoints the most copies that are kept of the bounded part of it
 * @param checkpointBytes the size of each of these copies
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record TokenGrowth(double tokens, double bytes, int checkpoints, double checkpointBytes) {

    /** Caches keep whole blocks of tokens, and some data of their own. */
    private static final double MARGIN = 1.1;

    /**
     * Returns the growth that the marks of a trace predict.
     *
     * @param trace what was measured
     * @return the growth, without checkpoints; empty if no cycle has a mark with tokens, or the size of a token is unknown
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

    /** The same with so many checkpoints of each conversation at most, if the model needs checkpoints. */
    TokenGrowth withCheckpoints(int most) {
        return new TokenGrowth(tokens, bytes, checkpointBytes > 0 ? most : 0, checkpointBytes);
    }

    /**
     * Returns the growth per cycle.
     *
     * @return bytes
     */
    public double perCycle() {
        return bytes + checkpoints * checkpointBytes;
    }

    /**
     * Returns whether it explains what was measured.
     *
     * @param measured growth per cycle, in bytes
     * @param tolerance how much of that is tolerated
     * @return whether tokens explain it
     */
    public boolean explains(double measured, double tolerance) {
        return measured <= MARGIN * perCycle() + tolerance;
    }

    @Override
    public String toString() {
        String taken = Math.round(tokens) + " tokens per cycle take " + size(bytes);
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
