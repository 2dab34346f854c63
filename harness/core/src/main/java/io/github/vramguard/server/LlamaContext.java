package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.model.ContextSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a llama-server sets up its model and context, by its command line.
 *
 * @param settings its options; where one is not set, the default for one sequence and the context of the training
 * @param isWhole whether both the length of the context and the number of sequences are set; otherwise the server decides by
 *     the free memory
 * @param gpuLayers {@code --gpu-layers}; empty where that is all of them, or left to the server
 * @param notCounted what is loaded besides, in words
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record LlamaContext(ContextSettings settings, boolean isWhole, OptionalInt gpuLayers, List<String> notCounted) {

    private static final String[] CONTEXT = {"-c", "--ctx-size"};
    private static final String[] PARALLEL = {"-np", "--parallel"};

    /** Copies the list. */
    public LlamaContext {
        notCounted = List.copyOf(notCounted);
    }

    /**
     * Reads a command line.
     *
     * @param line that of llama-server, or of the llama-server that a router starts
     * @return the context
     * @throws IllegalArgumentException if the server would refuse it
     */
    public static LlamaContext of(CommandLine line) {
        Optional<Integer> context = LlamaNumbers.count(line.setting("LLAMA_ARG_CTX_SIZE", CONTEXT));
        Optional<Integer> parallel = LlamaNumbers.count(line.setting("LLAMA_ARG_N_PARALLEL", PARALLEL));
        ContextSettings settings = ContextSettings.of(context.orElse(0)).toBuilder()
                .parallel(parallel.orElse(1))
                .unified(isUnified(line).orElse(parallel.isEmpty()))
                .ubatch(ubatch(line))
                .cacheTypeK(LlamaNumbers.type(line.setting("LLAMA_ARG_CACHE_TYPE_K", "-ctk", "--cache-type-k")))
                .cacheTypeV(LlamaNumbers.type(line.setting("LLAMA_ARG_CACHE_TYPE_V", "-ctv", "--cache-type-v")))
                .swaFull(line.isOn("LLAMA_ARG_SWA_FULL", List.of("--swa-full"), List.of())
                        .orElse(false))
                .flashAttention(line.setting("LLAMA_ARG_FLASH_ATTN", "-fa", "--flash-attn")
                        .map(CommandLine::isOn)
                        .orElse(true))
                .speculation(LlamaSpeculation.of(line))
                .build();
        OptionalInt gpuLayers = line
                .setting("LLAMA_ARG_N_GPU_LAYERS", "-ngl", "--gpu-layers", "--n-gpu-layers")
                .filter(number -> number.matches("\\d{1,9}"))
                .stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        return new LlamaContext(
                settings, context.isPresent() && parallel.isPresent(), gpuLayers, LlamaSpeculation.besides(line));
    }

    private static int ubatch(CommandLine line) {
        int batch = LlamaNumbers.count(line.setting("LLAMA_ARG_BATCH", "-b", "--batch-size"))
                .orElse(2048);
        return Math.min(
                batch,
                LlamaNumbers.count(line.setting("LLAMA_ARG_UBATCH", "-ub", "--ubatch-size"))
                        .orElse(512));
    }

    /** Where it is left to the server how many sequences there are, they share one cache. */
    private static Optional<Boolean> isUnified(CommandLine line) {
        return line.isOn(
                "LLAMA_ARG_KV_UNIFIED", List.of("-kvu", "--kv-unified"), List.of("-no-kvu", "--no-kv-unified"));
    }
}
