package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.PromptCache;
import io.github.vramguard.memory.PromptCache.Checkpoints;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The prompt cache of llama-server (llama.cpp, pull request 16391): it keeps the state of each new prompt in host memory, up to
 * 8 GiB unless {@code --cache-ram} says otherwise. Where layers have windows or a recurrent state, it keeps checkpoints of
 * these with it, up to 32 unless {@code --ctx-checkpoints} says otherwise.
 */
final class LlamaPromptCache {

    private static final long MIB = 1024 * 1024;
    private static final long DEFAULT_MIB = 8192;
    private static final long DEFAULT_CHECKPOINTS = 32;
    /** At its last message, and at two places before its end: {@code tools/server/server-context.cpp} of llama.cpp v0.5.0. */
    private static final long LEAST_CHECKPOINTS = 3;
    /** And at messages before, no closer to each other than so many tokens, unless {@code --checkpoint-min-step} says otherwise. */
    private static final long DEFAULT_STEP = 8192;

    private LlamaPromptCache() {}

    /** A router holds no model, and so no prompts. */
    static Optional<PromptCache> of(OneProcess process, CommandLine line) {
        long mib = line.setting("LLAMA_ARG_CACHE_RAM", "-cram", "--cache-ram")
                .filter(value -> value.matches("-?\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(DEFAULT_MIB);
        return mib == 0 || !holdsModel(line)
                ? Optional.empty()
                : Optional.of(new PromptCache(
                        "the prompt cache of " + process,
                        mib < 0 ? OptionalLong.empty() : OptionalLong.of(mib * MIB),
                        "LLAMA_ARG_CACHE_RAM=0",
                        checkpoints(line)));
    }

    private static boolean holdsModel(CommandLine line) {
        return line.setting("LLAMA_ARG_MODEL", "-m", "--model")
                .or(() -> line.setting("LLAMA_ARG_MODEL_URL", "-mu", "--model-url"))
                .or(() -> line.setting("LLAMA_ARG_HF_REPO", "-hf", "-hfr", "--hf-repo"))
                .or(() -> line.setting("LLAMA_ARG_DOCKER_REPO", "-dr", "--docker-repo"))
                .isPresent();
    }

    private static Checkpoints checkpoints(CommandLine line) {
        return new Checkpoints(
                count(line.setting("LLAMA_ARG_CTX_CHECKPOINTS", "-ctxcp", "--ctx-checkpoints", "--swa-checkpoints"))
                        .orElse(DEFAULT_CHECKPOINTS),
                LEAST_CHECKPOINTS,
                count(line.setting("LLAMA_ARG_CHECKPOINT_MIN_STEP", "-cms", "--checkpoint-min-step"))
                        .orElse(DEFAULT_STEP));
    }

    private static Optional<Long> count(Optional<String> written) {
        return written.filter(value -> value.matches("\\d{1,9}")).map(Long::parseLong);
    }
}
