package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Nature;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.PromptCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A cache of a running server that grows by design, exactly like a leak until it is full.
 *
 * @param name what it is and whose
 * @param limit the bytes at which it is full, empty if it has no limit
 * @param remedy the setting that switches it off
 * @param tokens what it takes in each cycle; empty where the number of tokens is unknown
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record Cache(String name, OptionalLong limit, String remedy, Optional<TokenGrowth> tokens) {

    /** Those that can grow in a pool. */
    static List<Cache> in(Pool pool, Trace trace) {
        return pool.nature() == Nature.PAGES
                ? trace.programs().stream()
                        .flatMap(program -> program.traits().caches().stream())
                        .map(cache -> of(cache, trace))
                        .toList()
                : List.of();
    }

    private static Cache of(PromptCache cache, Trace trace) {
        int checkpoints = checkpoints(cache, trace.turns());
        return new Cache(
                cache.name(),
                cache.limit(),
                cache.remedy(),
                TokenGrowth.in(trace).map(tokens -> tokens.withCheckpoints(checkpoints)));
    }

    /** Of the prompts of a cycle, on average and rounded up. */
    private static int checkpoints(PromptCache cache, List<Turn> turns) {
        long prompts = turns.stream().filter(turn -> turn.tokens() > 0).count();
        long cycles = Math.max(1, turns.stream().map(Turn::cycle).distinct().count());
        long longest = turns.stream().mapToLong(Turn::tokens).max().orElse(0);
        return cache.checkpoints().of((prompts + cycles - 1) / cycles, longest);
    }

    /** Whether it can have grown by so much, {@code each} in a cycle, of which some is forgiven. */
    boolean explains(double growth, double each, double tolerance) {
        return (limit.isEmpty() || growth <= limit.getAsLong())
                && (tokens.isEmpty() || tokens.get().explains(each, tolerance));
    }

    @Override
    public String toString() {
        return name + " does with each new prompt"
                + (limit.isPresent() ? " until it has " + new ByteSize(limit.getAsLong()) : ", without end")
                + tokens.map(known -> ": " + known).orElse("")
                + "; with " + remedy + " it is off, and growth that is left is a leak";
    }
}
