package io.github.vramguard.explain;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.TokenGrowth;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explains a pool that leaks.
 *
 * @param why what the readings rule out
 * @param outlook when memory will be exhausted, if its capacity is known
 * @param next what would find or fix the leak
 */
public record Explanation(List<String> why, Optional<String> outlook, List<String> next) {

    private static final double SMALL_SHARE = 0.1;

    /**
     * Explains a leak.
     *
     * @param trace what was measured
     * @param verdict the verdict on it
     * @param leak the pool that leaks
     * @return the explanation
     */
    public static Explanation of(Trace trace, Verdict verdict, PoolVerdict leak) {
        return new Explanation(why(trace, verdict, leak), Outlook.of(trace, verdict, leak), NextStep.of(trace, leak));
    }

    private static List<String> why(Trace trace, Verdict verdict, PoolVerdict leak) {
        Pool pool = leak.pool();
        List<String> why = new ArrayList<>();
        ByKey.of(trace, leak).ifPresent(why::add);
        if (!leak.stranded().isEmpty()) {
            why.add("the driver still reports memory for ended processes: " + Few.of(leak.stranded()));
        }
        if (!leak.survivors().isEmpty()) {
            why.add("still running: " + Few.of(leak.survivors()));
        }
        LoadedClasses.of(leak).ifPresent(why::add);
        if (pool.unit() == Pool.Unit.BYTES && !pool.equals(Pool.HEAP)) {
            trace.cache().ifPresent(cache -> why.addAll(beyond(cache, trace, leak)));
        }
        if (pool.unit() == Pool.Unit.BYTES
                && verdict.pools().stream().anyMatch(other -> isHeapThatExplainsNothing(other, leak))) {
            why.add("not the Java heap");
        }
        if (pool.equals(Pool.HEAP) || pool.equals(Pool.DIRECT) || pool.equals(Pool.METASPACE)) {
            why.add("not garbage: each reading follows a confirmed full collection");
        }
        if (pool.equals(Pool.NATIVE)) {
            why.add("not fragmentation: malloc itself counts the bytes as in use");
        }
        if (pool.equals(Pool.NATIVE) || pool.equals(Pool.RESIDENT)) {
            Beyond.malloc(verdict, leak).ifPresent(why::add);
        }
        return why;
    }

    /** What a cache of tokens leaves unexplained. */
    private static List<String> beyond(TokenCache cache, Trace trace, PoolVerdict leak) {
        Optional<TokenGrowth> tokens = TokenGrowth.in(trace);
        if (tokens.isPresent() && !tokens.get().explains(leak.series().rate(), 0)) {
            return List.of("more than KV cache: " + tokens.get());
        }
        return tokens.isEmpty()
                        && cache.reserved().isPresent()
                        && leak.series().rate() > cache.reserved().getAsLong()
                ? List.of("more than KV cache: the model file needs "
                        + new ByteSize(cache.reserved().getAsLong()) + " for it")
                : List.of();
    }

    /** A heap that was not settled in so few cycles grows too little to be it. */
    private static boolean isHeapThatExplainsNothing(PoolVerdict heap, PoolVerdict leak) {
        boolean growsLittle =
                heap.series().growth() <= SMALL_SHARE * leak.series().growth();
        return heap.pool().equals(Pool.HEAP)
                && (heap.outcome() == PoolOutcome.PASSED
                        || (heap.outcome() == PoolOutcome.INCONCLUSIVE && growsLittle));
    }
}
