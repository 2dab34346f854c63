package io.github.vramguard.explain;

import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Program;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What makes a peak smaller, by the settings of the servers that ran. In llama.cpp the cache of the context takes the larger
 * part of what is not weights: its size follows the length of the context, and the type of its elements (8.5 bits in place
 * of 16 with {@code q8_0}).
 */
public final class BudgetAdvice {

    /** A setting that is not made. */
    private record Choice(String server, Predicate<Program> isOpen, String advice) {}

    private static final List<Choice> CHOICES = List.of(
            new Choice(
                    "llama-server",
                    server -> isOpen(server, "LLAMA_ARG_CTX_SIZE", "-c", "--ctx-size"),
                    "set LLAMA_ARG_CTX_SIZE: without it the context is as long as the model allows"),
            new Choice(
                    "llama-server",
                    server -> isOpen(server, "LLAMA_ARG_CACHE_TYPE_K", "-ctk", "--cache-type-k"),
                    "LLAMA_ARG_FLASH_ATTN=on with LLAMA_ARG_CACHE_TYPE_K=q8_0 and LLAMA_ARG_CACHE_TYPE_V=q8_0 makes the"
                            + " cache of the context about half as large"),
            new Choice(
                    "ollama",
                    server -> isOpen(server, "OLLAMA_CONTEXT_LENGTH"),
                    "set OLLAMA_CONTEXT_LENGTH: without it the context follows the memory of the GPU"),
            new Choice(
                    "ollama",
                    server -> isOpen(server, "OLLAMA_KV_CACHE_TYPE"),
                    "OLLAMA_FLASH_ATTENTION=1 with OLLAMA_KV_CACHE_TYPE=q8_0 makes the cache of the context about half as"
                            + " large"));

    private BudgetAdvice() {}

    /**
     * What can be done about a peak above its budget.
     *
     * @param peaks the peaks
     * @return each a sentence, the one that always holds first
     */
    public static List<String> of(Peaks peaks) {
        return Stream.concat(
                        Stream.of("load less at a time, a smaller context or a smaller model, or raise the budget"),
                        CHOICES.stream()
                                .filter(choice -> peaks.programs().stream()
                                        .anyMatch(program ->
                                                program.process().command().equals(choice.server)
                                                        && choice.isOpen.test(program)))
                                .map(Choice::advice))
                .toList();
    }

    private static boolean isOpen(Program program, String variable, String... flags) {
        return program.setting(variable, flags).isEmpty();
    }
}
