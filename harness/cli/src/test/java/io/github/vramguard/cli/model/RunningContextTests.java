package io.github.vramguard.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.server.LlamaContext;
import io.github.vramguard.server.LlamaFile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The context of a model that a llama-server runs. */
class RunningContextTests {

    private static LlamaFile file(@Nullable Long slots, @Nullable Long slotTokens, String... arguments) {
        return new LlamaFile("m.gguf", amount(slots), amount(slotTokens), false, List.of(arguments));
    }

    private static OptionalLong amount(@Nullable Long amount) {
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 256  | 2 |
            1 | 256  | 1 | 256
              |      | 1 |
            """)
    void aServerElsewhereDoesNotTellWhetherSlotsShareACache(
            @Nullable Long slots, @Nullable Long slotTokens, int sequences, @Nullable Long tokens) {
        RunningContext running = new RunningContext(file(slots, slotTokens), Optional.empty());
        assertThat(running.settings().parallel()).isEqualTo(sequences);
        assertThat(running.tokens()).isEqualTo(amount(tokens));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | 4096 | llama-server               | 4 | 4096
            4 | 1024 | llama-server -np 4         | 4 | 4096
            4 | 1024 | llama-server -np 4 -kvu    | 4 | 1024
            3 | 1792 | llama-server -np 3 -c 5000 | 3 | 5000
              |      | llama-server -np 3 -c 5000 | 3 | 5000
              |      | llama-server -np 3         | 3 |
            """)
    void aCommandLineDoes(
            @Nullable Long slots, @Nullable Long slotTokens, String line, int sequences, @Nullable Long tokens) {
        LlamaContext told = LlamaContext.of(new CommandLine(List.of(line.split(" ")), Map.of()));
        RunningContext running = new RunningContext(file(slots, slotTokens), Optional.of(told));
        assertThat(running.settings().parallel()).isEqualTo(sequences);
        assertThat(running.tokens()).isEqualTo(amount(tokens));
    }

    @Test
    void aServerOfARouterHasItsEnvironment() {
        CommandLine router = new CommandLine(List.of("llama-server"), Map.of("LLAMA_ARG_N_PARALLEL", "4"));
        LlamaFile file = file(4L, 2048L, "llama-server", "--model", "m.gguf");

        assertThat(RunningContext.of(file, Optional.of(router)).tokens()).hasValue(8192);
        assertThat(RunningContext.of(file, Optional.empty()).tokens()).hasValue(2048);
    }

    @Test
    void aRouterTellsTheCommandLine() {
        LlamaFile file = file(null, null, "llama-server", "--parallel", "2", "--cache-type-k", "q8_0");
        assertThat(RunningContext.of(file, URI.create("http://localhost:1")).settings())
                .isEqualTo(LlamaContext.of(new CommandLine(file.arguments(), Map.of()))
                        .settings());
        assertThat(RunningContext.of(file(2L, null), URI.create("http://localhost:1"))
                        .started())
                .isEmpty();
    }
}
