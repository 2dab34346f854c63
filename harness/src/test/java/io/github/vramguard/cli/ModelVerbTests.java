package io.github.vramguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code vramguard model}. */
class ModelVerbTests {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        file = TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf"));
    }

    @Test
    void eachContextIsALine() {
        assertThat(run("--context", "4096,8192")).isZero();
        assertThat(out).hasToString("""
                architecture  llama
                weights       449 KiB (f32 449 KiB)
                each token    256 B

                 context       cache       state      output     compute  on the GPU
                    4096       1 MiB         0 B    1.25 KiB    5.38 MiB  113 MiB to 627 MiB
                    8192       2 MiB         0 B    1.25 KiB    9.38 MiB  117 MiB to 633 MiB
                compute is an estimate for logits of a whole batch, which newer servers leave out;
                on the GPU are 107 MiB to 619 MiB of its driver, too
                """);
    }

    @Test
    void jsonHasAmountsInBytes() throws IOException {
        assertThat(run("--json", "--context", "8192")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("architecture").textValue()).isEqualTo("llama");
        assertThat(json.get("weightsBytes").longValue()).isEqualTo(460_032);
        assertThat(json.get("bytesPerToken").longValue()).isEqualTo(256);
        JsonNode context = json.get("contexts").get(0);
        assertThat(context.get("contextTokens").longValue()).isEqualTo(8192);
        assertThat(context.get("kvBytes").longValue()).isEqualTo(8192 * 256);
        assertThat(context.get("stateBytes").longValue()).isZero();
        assertThat(context.get("outputBytes").longValue()).isEqualTo(320 * 4);
        assertThat(context.get("computeBytes").longValue()).isPositive();
        assertThat(context.has("fits")).isFalse();
    }

    @Test
    void noContextIsThatOfTheTraining() {
        assertThat(run("--json", "--context", "0")).isZero();
        assertThat(out.toString()).contains("\"contextTokens\":2048,");
    }

    @ParameterizedTest
    @CsvSource({
        "--cache-type-k, bf16, 2097152",
        "--cache-type-v, f32, 3145728",
        "--cache-type-k, f32, 3145728",
        "--flash-attn, off, 2097152",
        "--gpu-layers, 0, 2097152"
    })
    void optionsChangeTheCacheAsInLlamaCpp(String option, String value, long bytes) {
        assertThat(run("--json", "--context", "8192", option, value)).isZero();
        assertThat(out.toString()).contains("\"kvBytes\":" + bytes + ",");
    }

    @ParameterizedTest
    @CsvSource({"1GiB, 0, YES", "200MiB, 0, PERHAPS", "64MiB, 1, NO"})
    void theMemoryOfTheGpuTellsWhatFits(String vram, int code, String fits) {
        assertThat(run("--json", "--context", "8192", "--vram", vram)).isEqualTo(code);
        assertThat(out.toString()).contains("\"fits\":\"" + fits + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --context      | -1   | the context cannot be -1
            --parallel     | 0    | parallel must be 1 to 256
            --cache-type-k | q9_0 | "q9_0" is not a type of tensor
            --cache-type-k | q8_0 | 16 elements are not a multiple of the 32 in a block of q8_0
            --cache-type-v | q6_K | values cannot be cached as q6_K, only as [f32, f16, bf16, q8_0, q5_1, q5_0, q4_1, q4_0, iq4_nl]
            --flash-attn   | no   | "no" is neither on nor off
            --gpu-layers   | -1   | --gpu-layers cannot be -1
            --vram         | lots | "lots" is not an amount of memory
            """)
    void wrongUsageIsRefused(String option, String value, String complaint) {
        assertThat(run(option, value)).isEqualTo(3);
        assertThat(err.toString()).contains(complaint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Files.writeString(file, "no model");
        assertThat(run()).isEqualTo(3);
        assertThat(err).hasToString("vramguard: " + file + " at byte 0, magic: expected GGUF, found 0x6e6f206d\n");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(file);
        assertThat(run()).isEqualTo(3);
        assertThat(err).hasToString("vramguard: " + file + ": there is no such file\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --ollama tiny                     | FILE, --ollama=MODEL are mutually exclusive
            --llama-server=tiny               | FILE, --llama-server are mutually exclusive
            --ollama-manifest latest          | FILE, --ollama-manifest=FILE are mutually exclusive
            --url http://localhost:1          | --url is for --ollama and --llama-server; a file has none
            """)
    void onlyOneModelIsPredicted(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options.split(" ")));
        assertThat(runWithoutFile(arguments)).isEqualTo(3);
        assertThat(err.toString()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | Missing required argument (specify one of these): ([FILE] |
            --ollama tiny --url ftp://a       | "ftp://a" is not the address of a server
            --ollama tiny --api-key-env NONE_ | --api-key-env: there is no environment variable NONE_ here
            --ollama tiny --url http://localhost:1 | is Ollama running at http://localhost:1?
            --llama-server --url http://localhost:1 | is llama-server running at http://localhost:1?
            --ollama-manifest none            | none: there is no such file
            """)
    void aModelThatIsNotFoundIsNotPredicted(String options, String complaint) {
        assertThat(runWithoutFile(options.isEmpty() ? List.of() : List.of(options.split(" "))))
                .isEqualTo(3);
        assertThat(err.toString()).contains(complaint);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        return runWithoutFile(arguments);
    }

    private int runWithoutFile(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("model"));
        arguments.addAll(options);
        return Main.run(
                InputStream.nullInputStream(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments.toArray(String[]::new));
    }
}
