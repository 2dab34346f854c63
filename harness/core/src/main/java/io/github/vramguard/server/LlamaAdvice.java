package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.util.List;

/**
 * What to try with llama-server. In llama.cpp the cache of the context takes the larger part of what is not weights: its size
 * follows the length of the context, and the type of its elements (8.5 bits in place of 16 with {@code q8_0}).
 */
final class LlamaAdvice {

    private LlamaAdvice() {}

    static List<ServerAdvice> of(CommandLine line) {
        return new AdviceList(line)
                .unlessSet(
                        Occasion.HOST_GROWS,
                        "LLAMA_ARG_CTX_CHECKPOINTS=0 shows whether it is context checkpoints, up to 32 for each slot of a"
                                + " model with a sliding window or a recurrent state",
                        "LLAMA_ARG_CTX_CHECKPOINTS",
                        "-ctxcp",
                        "--ctx-checkpoints")
                .unlessSet(
                        Occasion.GPU_GROWS,
                        "set LLAMA_ARG_FIT=off and an explicit LLAMA_ARG_CTX_SIZE: without them the context follows the"
                                + " free memory of the GPU",
                        "LLAMA_ARG_FIT",
                        "-fit",
                        "--fit")
                .when(
                        line.arguments().contains("--sleep-idle-seconds"),
                        Occasion.GPU_GROWS,
                        "llama-server keeps its GPU context while it sleeps, some 400 MiB by design; end the process to"
                                + " release it")
                .always(Occasion.GPU_GROWS, "GGML_CUDA_DISABLE_GRAPHS=1 shows whether it is recorded CUDA graphs")
                .unlessSet(
                        Occasion.PEAK_TOO_HIGH,
                        "set LLAMA_ARG_CTX_SIZE: without it the context is as long as the model allows",
                        "LLAMA_ARG_CTX_SIZE",
                        "-c",
                        "--ctx-size")
                .unlessSet(
                        Occasion.PEAK_TOO_HIGH,
                        "LLAMA_ARG_FLASH_ATTN=on with LLAMA_ARG_CACHE_TYPE_K=q8_0 and LLAMA_ARG_CACHE_TYPE_V=q8_0 makes the"
                                + " cache of the context about half as large",
                        "LLAMA_ARG_CACHE_TYPE_K",
                        "-ctk",
                        "--cache-type-k")
                .all();
    }
}
