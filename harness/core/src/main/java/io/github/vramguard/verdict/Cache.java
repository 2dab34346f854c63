package io.github.vramguard.verdict;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.memory.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A cache of a running server that grows by design, exactly like a leak until it is full.
 *
 * <p>Known is the prompt cache of llama-server (llama.cpp, pull request 16391): it keeps the state of each new prompt in host
 * memory, up to 8 GiB unless {@code --cache-ram} says otherwise. Where layers have windows or a recurrent state, it keeps
 * checkpoints of these with it, up to 32 unless {@code --ctx-checkpoints} says otherwise.
 *
 * @param name what it is and whose
 * @param limit the bytes at which it is full, empty if it has no end
 * @param remedy the setting that switches it off
 * @param tokens what it takes in each cycle; empty where nobody said how many tokens there were
 */
public record Cache(String name, OptionalLong limit, String remedy, Optional<TokenGrowth> tokens) {

    private static final Set<Pool> HOST = Set.of(Pool.RESIDENT, Pool.CONTAINER, Pool.DESCENDANTS);
    private static final long MIB = 1024 * 1024;
    private static final long DEFAULT_MIB = 8192;
    private static final long DEFAULT_CHECKPOINTS = 32;

    /** At its last message, and at two places before its end: {@code tools/server/server-context.cpp} of llama.cpp v0.5.0. */
    private static final long MOST_CHECKPOINTS_OF_PROMPT = 3;

    /** And at messages before, no closer to each other than so many tokens, unless {@code --checkpoint-min-step} says otherwise. */
    private static final long DEFAULT_STEP = 8192;

    /** Those that can grow in a pool. */
    static List<Cache> in(Pool pool, Trace trace) {
        return HOST.contains(pool)
                ? trace.programs().stream()
                        .flatMap(program -> promptCache(program, trace).stream())
                        .toList()
                : List.of();
    }

    /** A router holds no model, and so no prompts. */
    private static Optional<Cache> promptCache(Program program, Trace trace) {
        boolean holdsModel = program.setting("LLAMA_ARG_MODEL", "-m", "--model")
                .or(() -> program.setting("LLAMA_ARG_MODEL_URL", "-mu", "--model-url"))
                .or(() -> program.setting("LLAMA_ARG_HF_REPO", "-hf", "-hfr", "--hf-repo"))
                .or(() -> program.setting("LLAMA_ARG_DOCKER_REPO", "-dr", "--docker-repo"))
                .isPresent();
        if (!program.process().command().equals("llama-server") || !holdsModel) {
            return Optional.empty();
        }
        long mib = program.setting("LLAMA_ARG_CACHE_RAM", "-cram", "--cache-ram")
                .filter(value -> value.matches("-?\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(DEFAULT_MIB);
        return mib == 0
                ? Optional.empty()
                : Optional.of(new Cache(
                        "the prompt cache of " + program.process(),
                        mib < 0 ? OptionalLong.empty() : OptionalLong.of(mib * MIB),
                        "LLAMA_ARG_CACHE_RAM=0",
                        TokenGrowth.in(trace).map(tokens -> tokens.withCheckpoints(checkpoints(program, trace)))));
    }

    /** A checkpoint is kept with the prompt that it is of. */
    private static int checkpoints(Program program, Trace trace) {
        long prompts = trace.turns().stream().filter(turn -> turn.tokens() > 0).count();
        long cycles = trace.turns().stream().map(Turn::cycle).distinct().count();
        long longest = trace.turns().stream().mapToLong(Turn::tokens).max().orElse(0);
        long step = count(program.setting("LLAMA_ARG_CHECKPOINT_MIN_STEP", "-cms", "--checkpoint-min-step"))
                .orElse(DEFAULT_STEP);
        long ofEach = MOST_CHECKPOINTS_OF_PROMPT + longest / Math.max(1, step);
        long kept = count(program.setting(
                        "LLAMA_ARG_CTX_CHECKPOINTS", "-ctxcp", "--ctx-checkpoints", "--swa-checkpoints"))
                .orElse(DEFAULT_CHECKPOINTS);
        return (int) Math.min(kept, ofEach * ((prompts + cycles - 1) / Math.max(1, cycles)));
    }

    private static Optional<Long> count(Optional<String> told) {
        return told.filter(value -> value.matches("\\d{1,9}")).map(Long::parseLong);
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
