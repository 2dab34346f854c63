package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much a cache grows that keeps each conversation: what the last mark with tokens in each cycle says that the context held.
 *
 * @param tokens the tokens of a cycle, on average
 * @param bytesPerToken what each of them takes
 */
public record TokenGrowth(double tokens, long bytesPerToken) {

    /** Caches keep whole blocks of tokens, and a little besides. */
    private static final double MARGIN = 1.1;

    /**
     * The growth that the marks of a trace predict.
     *
     * @param trace what was measured
     * @return the growth; empty where no cycle has a mark with tokens, or nobody knows what they take
     */
    public static Optional<TokenGrowth> in(Trace trace) {
        Map<Integer, Long> last =
                trace.turns().stream().collect(Collectors.toMap(Turn::cycle, Turn::tokens, (one, later) -> later));
        return last.isEmpty()
                ? Optional.empty()
                : trace.cache().map(TokenCache::bytesPerToken).map(each -> new TokenGrowth(average(last), each));
    }

    private static double average(Map<Integer, Long> tokens) {
        return tokens.values().stream().mapToLong(Long::longValue).average().orElse(0);
    }

    /**
     * The growth in each cycle.
     *
     * @return bytes
     */
    public double perCycle() {
        return tokens * bytesPerToken;
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
        return Math.round(tokens) + " tokens a cycle take " + new ByteSize(Math.round(perCycle())) + " at "
                + new ByteSize(bytesPerToken) + " each";
    }
}
