package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a llama-server sets up its model and the context of it, as far as it was told.
 *
 * @param settings what it was told, and else the defaults for one sequence and the context of the training
 * @param isWhole whether it was told how long the context is, and of how many sequences; else it follows what memory is free, and
 *     the server decides
 * @param gpuLayers {@code --gpu-layers}; empty where that is all of them, or left to the server
 */
public record LlamaContext(ContextSettings settings, boolean isWhole, OptionalInt gpuLayers) {

    private static final String[] CONTEXT = {"-c", "--ctx-size"};
    private static final String[] PARALLEL = {"-np", "--parallel"};

    /**
     * Read a command line.
     *
     * @param line that of llama-server, or of the llama-server that a router starts
     * @return the context
     * @throws IllegalArgumentException if the server would refuse it
     */
    public static LlamaContext of(CommandLine line) {
        Optional<Integer> context = count(line.setting("LLAMA_ARG_CTX_SIZE", CONTEXT));
        Optional<Integer> parallel = count(line.setting("LLAMA_ARG_N_PARALLEL", PARALLEL));
        ContextSettings settings = new ContextSettings(
                context.orElse(0),
                parallel.orElse(1),
                isUnified(line).orElse(parallel.isEmpty()),
                ubatch(line),
                type(line.setting("LLAMA_ARG_CACHE_TYPE_K", "-ctk", "--cache-type-k")),
                type(line.setting("LLAMA_ARG_CACHE_TYPE_V", "-ctv", "--cache-type-v")),
                line.isOn("LLAMA_ARG_SWA_FULL", List.of("--swa-full"), List.of())
                        .orElse(false),
                line.setting("LLAMA_ARG_FLASH_ATTN", "-fa", "--flash-attn")
                        .map(CommandLine::isOn)
                        .orElse(true));
        OptionalInt gpuLayers = line
                .setting("LLAMA_ARG_N_GPU_LAYERS", "-ngl", "--gpu-layers", "--n-gpu-layers")
                .filter(number -> number.matches("\\d{1,9}"))
                .stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
        return new LlamaContext(settings, context.isPresent() && parallel.isPresent(), gpuLayers);
    }

    private static int ubatch(CommandLine line) {
        int batch = count(line.setting("LLAMA_ARG_BATCH", "-b", "--batch-size")).orElse(2048);
        return Math.min(
                batch,
                count(line.setting("LLAMA_ARG_UBATCH", "-ub", "--ubatch-size")).orElse(512));
    }

    /** Where it is left to the server how many sequences there are, they share one cache. */
    private static Optional<Boolean> isUnified(CommandLine line) {
        return line.isOn(
                "LLAMA_ARG_KV_UNIFIED", List.of("-kvu", "--kv-unified"), List.of("-no-kvu", "--no-kv-unified"));
    }

    /** Neither 0 nor -1 says how many. */
    private static Optional<Integer> count(Optional<String> told) {
        return told.filter(number -> number.matches("[1-9]\\d{0,8}")).map(Integer::valueOf);
    }

    private static TensorType type(Optional<String> told) {
        return told.map(TensorType::named).orElse(TensorType.F16);
    }
}
