package io.github.vramguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.usage.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output has a secret that was typed, or that a command printed: console, record, page, levels, or exception. */
class SecretOutputTests {

    private static final String SECRET = "s3cret-4711";

    @TempDir
    private Path folder;

    private final StringWriter console = new StringWriter();

    private int run(List<String> arguments) {
        PrintWriter both = new PrintWriter(console);
        return Typed.run(InputStream.nullInputStream(), both, both, arguments.toArray(String[]::new));
    }

    /** Two cycles are measured, so that each file is written, and the third fails with the key on its lips. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void commandsWithAHeaderThatAuthorizesAreNotPrinted() throws IOException {
        Path count = folder.resolve("count");
        String use =
                "echo x >> " + count + "; [ $(wc -l < " + count + ") -lt 3 ] || { : -H 'Authorization: Bearer " + SECRET
                        + "' http://user:" + SECRET + "@host; echo '> Authorization: Bearer " + SECRET + "'; exit 7; }";
        int code = run(List.of(
                "cycle",
                "command",
                "--pid",
                Long.toString(ProcessHandle.current().pid()),
                "--pools",
                "files",
                "--csv",
                folder.resolve("levels.csv").toString(),
                "--report",
                folder.resolve("report").toString(),
                "--load",
                "true",
                "--use",
                use,
                "--unload",
                "TOKEN=" + SECRET + " true"));
        assertThat(code).isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(console.toString())
                .contains("ended with status 7: > Authorization: Bearer ***")
                .doesNotContain(SECRET);
        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                .doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycle ollama --model tiny --url http://user:SECRET@localhost:1",
                "cycle ollama --model tiny --url http://localhost:1/?token=SECRET",
                "cycle vllm --model tiny --url ftp://user:SECRET@localhost:1",
                "cycle ollama --model tiny --api-key SECRET",
                "model --ollama tiny --url http://user:SECRET@localhost:1",
                "model --llama-server --url http://user:SECRET@ho|st",
                "model --llama-server --url http://user:SECRET@localhost:x/?key=SECRET",
                "watch --pid 1 --api-key=SECRET"
            })
    void whatIsTypedIsNotRepeated(String arguments) {
        List<String> typed = List.of(arguments.replace("SECRET", SECRET).split(" "));
        assertThat(run(typed.stream().map(word -> word.replace('|', ' ')).toList()))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(console.toString()).isNotBlank().doesNotContain(SECRET);
    }

    /** The same without a secret says what was typed. */
    @Test
    void whatIsNoSecretIsRepeated() {
        assertThat(run(List.of("cycle", "ollama", "--model", "tiny", "--url", "ftp://localhost:1")))
                .isEqualTo(ExitCode.COULD_NOT_RUN);
        assertThat(console.toString()).contains("\"ftp://localhost:1\" is not the address of a server");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("count"))
                    .toList());
        }
    }
}
