package io.github.vramguard.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.tinymodel.TinyGemma2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of a llama-server, by its command line. The server has the files of this process. */
@EnabledOnOs(OS.LINUX)
class LlamaModelFileTests {

    private static final int WINDOW = 256;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    /** 2 of 4 layers have a window of 256 tokens; a token takes 128 B in each. */
    @BeforeEach
    void writeModel() throws IOException {
        file = new TinyGemma2(4, 64, WINDOW, 1).writeTo(folder.resolve("tiny.gguf"));
    }

    private Program server(String command, @Nullable String arguments) {
        List<String> line = new ArrayList<>(List.of(command, "-m", file.toString()));
        line.addAll(arguments == null ? List.of() : List.of(arguments.split(" ")));
        return StartedServer.of(
                new OneProcess(ProcessHandle.current().pid(), 1, command), line, Map.of("LLAMA_ARG_UBATCH", "256"));
    }

    private Optional<TokenCache> cache(@Nullable String arguments) {
        return ServerProfiles.tokens(List.of(server("llama-server", arguments)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                    | 256 | 256 |
            -np -1 -c 4096          | 256 | 256 |
            -np 1 -c 4096           | 256 | 256 | 1179648
            -np 1 -c 4096 -fa off   | 256 | 256 | 1179648
            -np 1 -c 4096 -ctk q8_0 | 196 | 196 | 903168
            -np 1 -c 4096 --swa-full | 512 | 0 | 2097152
            -np 2 -c 4096 -kvu      | 256 | 256 | 1245184
            -np 2 -c 4096 --no-kv-unified | 256 | 256 | 1310720
            """)
    void itsCacheIsThatOfItsCommandLine(
            @Nullable String arguments, long perToken, long inWindow, @Nullable Long reserved) {
        assertThat(cache(arguments))
                .contains(new TokenCache(
                        perToken,
                        new TokenCache.Window(inWindow, WINDOW),
                        0,
                        reserved == null ? OptionalLong.empty() : OptionalLong.of(reserved)));
    }

    @Test
    void whatTheServerWouldRefuseIsUnknown() {
        assertThat(cache("-np 1000")).isEmpty();
        assertThat(cache("-ctk q9_0")).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsUnknown() throws IOException {
        Files.delete(file);
        assertThat(cache(null)).isEmpty();
    }

    @Test
    void ofOtherServersAndOfSeveralNothingIsKnown() {
        Program llama = server("llama-server", null);
        assertThat(ServerProfiles.tokens(List.of(server("ollama", null)))).isEmpty();
        assertThat(ServerProfiles.tokens(List.of(llama, llama))).isEmpty();
        assertThat(ServerProfiles.tokens(List.of(llama, server("ollama", null))))
                .isPresent();
    }
}
