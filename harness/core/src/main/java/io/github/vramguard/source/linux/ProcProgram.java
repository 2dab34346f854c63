package io.github.vramguard.source.linux;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a model server was started, from {@code /proc/PID/cmdline} and {@code environ}. Secrets are left out. */
final class ProcProgram {

    private static final Pattern SERVER =
            Pattern.compile("llama-server|llama-box|ollama|ollama_llama_se|tritonserver|vllm|VLLM::.*");

    private static final Set<String> VARIABLES = Set.of(
            "LLAMA_ARG_BATCH",
            "LLAMA_ARG_CACHE_RAM",
            "LLAMA_ARG_CHECKPOINT_MIN_STEP",
            "LLAMA_ARG_CTX_CHECKPOINTS",
            "LLAMA_ARG_CTX_SIZE",
            "LLAMA_ARG_DOCKER_REPO",
            "LLAMA_ARG_FIT",
            "LLAMA_ARG_FLASH_ATTN",
            "LLAMA_ARG_CACHE_TYPE_K",
            "LLAMA_ARG_CACHE_TYPE_V",
            "LLAMA_ARG_MODEL",
            "LLAMA_ARG_MODEL_URL",
            "LLAMA_ARG_HF_REPO",
            "LLAMA_ARG_KV_UNIFIED",
            "LLAMA_ARG_N_GPU_LAYERS",
            "LLAMA_ARG_N_PARALLEL",
            "LLAMA_ARG_SWA_FULL",
            "LLAMA_ARG_UBATCH",
            "OLLAMA_CONTEXT_LENGTH",
            "OLLAMA_FLASH_ATTENTION",
            "OLLAMA_KEEP_ALIVE",
            "OLLAMA_KV_CACHE_TYPE",
            "OLLAMA_NUM_PARALLEL",
            "MALLOC_ARENA_MAX",
            "LD_PRELOAD");

    private ProcProgram() {}

    static Optional<Program> of(Path proc, OneProcess process) {
        if (!SERVER.matcher(process.command()).matches()) {
            return Optional.empty();
        }
        Path directory = proc.resolve(Long.toString(process.pid()));
        Map<String, String> environment = new HashMap<>();
        strings(directory.resolve("environ")).stream()
                .map(line -> line.split("=", 2))
                .filter(entry -> entry.length == 2 && VARIABLES.contains(entry[0]))
                .forEach(entry -> environment.put(entry[0], entry[1]));
        return Optional.of(new Program(
                process, new CommandLine(withoutSecrets(strings(directory.resolve("cmdline"))), environment)));
    }

    /** Both files are strings with a zero after each. */
    private static List<String> strings(Path file) {
        try {
            String all = ProcFile.read(file);
            return all.isEmpty() ? List.of() : List.of(all.split("\0"));
        } catch (IOException goneOrNotAllowed) {
            return List.of();
        }
    }

    private static List<String> withoutSecrets(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        boolean secret = false;
        for (String argument : arguments) {
            if (!secret) {
                kept.add(isSecret(argument) ? argument.split("=", 2)[0] : argument);
            }
            secret = !secret && isSecret(argument) && !argument.contains("=");
        }
        return kept;
    }

    private static boolean isSecret(String argument) {
        String flag = argument.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return flag.startsWith("-") && (flag.contains("key") || flag.contains("token"));
    }
}
