package io.github.vramguard.explain;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import io.github.vramguard.rule.Sensitivity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Growth inside a cycle, from one mark with tokens to the next, compared with the size of the tokens. It is not evidence of a
 * leak: all that grows within a conversation can be released when it ends.
 *
 * @param pool the pool
 * @param tokens by how many tokens the context grew
 * @param bytes by how many bytes the pool grew meanwhile
 * @param predicted by how many bytes the cache of the model grows with so many more tokens; empty if the model is unknown
 */
public record TurnGrowth(Pool pool, long tokens, long bytes, OptionalLong predicted) {

    /** Engines allocate cells in blocks, and some working memory. */
    private static final double CLOSE = 0.1;

    /** Momentary readings of the heap include garbage, and those of mapped memory include pages of the model file. */
    private static final Set<Pool> WITHOUT_CACHE = Set.of(Pool.HEAP, Pool.METASPACE, Pool.MAPPED, Pool.UNTOUCHED);

    /**
     * Describes the growth of each pool of a trace that can hold a cache.
     *
     * @param trace what was measured
     * @return a line for each pool that grew with its conversations, or one if none did; none without marks of growing
     *     conversations, and none if their tokens take too little to be distinguished from noise
     */
    public static List<String> linesOf(Trace trace) {
        List<TurnGrowth> growths =
                trace.pools().stream().flatMap(pool -> of(pool, trace).stream()).toList();
        List<String> lines = growths.stream()
                .filter(growth -> growth.shows(growth.bytes))
                .map(growth -> growth.pool + ": " + growth.compared())
                .toList();
        boolean isReserved = growths.stream().anyMatch(growth -> growth.shows(growth.predicted.orElse(0)));
        return lines.isEmpty() && isReserved
                ? List.of("nothing grows with tokens: the cache" + reserved(trace) + " is reserved at load")
                : lines;
    }

    private boolean shows(long growth) {
        return growth > noise();
    }

    /** Several readings in a row differ by a few times their resolution. */
    private double noise() {
        return 4 * Sensitivity.of(pool, Origin.Quality.EXACT).resolution();
    }

    /**
     * Returns the growth of one pool in a typical conversation: the median by what its tokens do not explain, because resident
     * memory rises by several MiB in some of them, whatever their tokens.
     *
     * @param pool the pool
     * @param trace what was measured
     * @return the growth; empty if no conversation grew while the pool was read, and if the pool cannot hold a cache
     */
    public static Optional<TurnGrowth> of(Pool pool, Trace trace) {
        if (pool.unit() != Pool.Unit.BYTES || WITHOUT_CACHE.contains(pool)) {
            return Optional.empty();
        }
        List<TurnGrowth> conversations =
                trace.turns().stream().collect(Collectors.groupingBy(Turn::cycle)).values().stream()
                        .map(turns -> of(pool, turns, trace.cache()))
                        .filter(growth -> growth.tokens > 0)
                        .sorted(Comparator.comparingDouble(TurnGrowth::unexplainedPerToken))
                        .toList();
        return conversations.stream().skip((conversations.size() - 1) / 2).findFirst();
    }

    private static TurnGrowth of(Pool pool, List<Turn> turns, Optional<TokenCache> cache) {
        TurnGrowth growth = new TurnGrowth(pool, 0, 0, cache.isPresent() ? OptionalLong.of(0) : OptionalLong.empty());
        for (int i = 1; i < turns.size(); i++) {
            growth = growth.with(turns.get(i - 1), turns.get(i), cache);
        }
        return growth;
    }

    private TurnGrowth with(Turn earlier, Turn later, Optional<TokenCache> cache) {
        OptionalLong before = earlier.snapshot().of(pool).amount();
        OptionalLong after = later.snapshot().of(pool).amount();
        if (earlier.tokens() >= later.tokens() || before.isEmpty() || after.isEmpty()) {
            return this;
        }
        OptionalLong sum = cache.stream()
                .mapToLong(known ->
                        predicted.orElse(0) + Math.round(known.bytes(later.tokens()) - known.bytes(earlier.tokens())))
                .findFirst();
        return new TurnGrowth(
                pool, tokens + later.tokens() - earlier.tokens(), bytes + after.getAsLong() - before.getAsLong(), sum);
    }

    private double unexplainedPerToken() {
        return (double) (bytes - predicted.orElse(0)) / tokens;
    }

    private String compared() {
        return predicted.orElse(0) > 0
                ? against(predicted.getAsLong())
                : perToken(bytes) + " per token measured over " + tokens + " tokens";
    }

    private String against(long predicted) {
        String both = perToken(predicted) + " per token predicted, " + perToken(bytes) + " measured over " + tokens
                + " tokens";
        double close = Math.max(CLOSE * predicted, noise());
        if (bytes < predicted - close) {
            return "less than KV cache would take (" + both + ")";
        }
        return bytes <= predicted + close
                ? "explained by KV cache (" + both + ")"
                : "partly explained by KV cache (" + both + "), " + new ByteSize(bytes - predicted) + " unexplained";
    }

    private static String reserved(Trace trace) {
        return trace.cache().stream()
                .flatMapToLong(cache -> cache.reserved().stream())
                .mapToObj(bytes -> " of " + new ByteSize(bytes))
                .findFirst()
                .orElse("");
    }

    private String perToken(long amount) {
        return new ByteSize(amount / tokens).toString();
    }
}
