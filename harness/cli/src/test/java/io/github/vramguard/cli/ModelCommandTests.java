package io.github.vramguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vramguard.tinymodel.GgufWriter;
import io.github.vramguard.tinymodel.TinyGemma2;
import io.github.vramguard.tinymodel.TinyLlama;
import io.github.vramguard.tinymodel.TinyMamba;
import io.github.vramguard.tinymodel.TinyQwen35;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code vramguard model}. */
class ModelCommandTests {

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
        assertThat(run("--context", "2048,8192")).isZero();
        assertThat(out).hasToString("""
                architecture  llama
                trained for   2048 tokens
                weights       449 KiB (f32 449 KiB)
                each token    256 B

                for 1 sequence, f16/f16, flash attention on:
                 context       cache       state      output     compute  on the GPU
                    2048     512 KiB         0 B    1.25 KiB    3.38 MiB  111 MiB to 624 MiB
                    8192       2 MiB         0 B    1.25 KiB    9.38 MiB  117 MiB to 633 MiB    longer than it was trained for
                compute is an estimate, ±20%, with the logits of a whole batch, which newer servers do not hold;
                on the GPU includes 107 MiB to 619 MiB for the GPU context of the driver
                """);
    }

    @Test
    void aModelThatDraftsKeepsAStateForEachTokenAndACacheOfItsOwn() throws IOException {
        file = new TinyQwen35(8, 256, 128, 1, 1).writeTo(folder.resolve("qwen35.gguf"));
        JsonNode alone = json("--context", "8192").get("contexts").get(0);
        JsonNode drafting = json("--context", "8192", "--spec-type", "draft-mtp", "--spec-draft-n-max", "6")
                .get("contexts")
                .get(0);
        assertThat(drafting.get("stateBytes").longValue())
                .isEqualTo(7 * alone.get("stateBytes").longValue());
        assertThat(drafting.get("kvBytes").longValue())
                .isEqualTo(alone.get("kvBytes").longValue() / 2 * 3);
    }

    @Test
    void aModelThatDraftsForItIsIncluded() throws IOException {
        JsonNode alone = json("--context", "8192");
        JsonNode drafted = json("--context", "8192", "--spec-type", "draft-simple", "--model-draft", file.toString());
        for (String part : List.of("weightsBytes", "bytesPerToken")) {
            assertThat(drafted.get(part).longValue())
                    .isEqualTo(2 * alone.get(part).longValue());
        }
        assertThat(drafted.get("contexts").get(0).get("kvBytes").longValue()).isEqualTo(2 * 8192 * 256);
    }

    @ParameterizedTest
    @CsvSource({
        "--spec-type draft-mtp, --spec-type draft-mtp: this model of architecture llama has no layers that draft tokens",
        "--spec-type draft-eagle3, --spec-type draft-eagle3 is not accepted",
        "--spec-type draft-simple, --spec-type draft-simple and --model-draft FILE need each other"
    })
    void whatIsNotKnownOfSpeculationIsSaid(String arguments, String words) {
        assertThat(run(arguments.split(" "))).isEqualTo(3);
        assertThat(err.toString()).contains(words);
    }

    @Test
    void jsonHasAmountsInBytes() throws IOException {
        JsonNode json = json("--context", "8192");
        assertThat(json.get("architecture").textValue()).isEqualTo("llama");
        assertThat(json.get("knownArchitecture").booleanValue()).isTrue();
        assertThat(json.get("constantState").booleanValue()).isFalse();
        assertThat(json.get("trainedContextTokens").longValue()).isEqualTo(2048);
        assertThat(json.get("weightsBytes").longValue()).isEqualTo(460_032);
        assertThat(json.get("weightsDeviceBytes").longValue()).isEqualTo(378_112);
        assertThat(json.get("weightsHostBytes").longValue()).isEqualTo(81_920);
        assertThat(json.get("bytesPerToken").longValue()).isEqualTo(256);
        assertThat(json.has("largestContextTokens")).isFalse();
        JsonNode context = json.get("contexts").get(0);
        assertThat(context.get("contextTokens").longValue()).isEqualTo(8192);
        assertThat(context.get("kvBytes").longValue()).isEqualTo(8192 * 256);
        assertThat(context.get("kvDeviceBytes").longValue()).isEqualTo(8192 * 256);
        assertThat(context.get("stateBytes").longValue()).isZero();
        assertThat(context.get("outputBytes").longValue()).isEqualTo(320 * 4);
        assertThat(context.get("computeBytes").longValue()).isEqualTo(9_830_400);
        assertThat(context.get("computeLeastBytes").longValue()).isEqualTo(9_830_400 / 10 * 8);
        assertThat(context.get("computeMostBytes").longValue()).isEqualTo(9_830_400 / 10 * 12);
        assertThat(context.has("fits")).isFalse();
    }

    @Test
    void whereLayersAreSplitItIsTold() {
        assertThat(run("--gpu-layers", "2")).isZero();
        assertThat(out.toString())
                .contains("\nweights       449 KiB (f32 449 KiB); 225 KiB on the GPU, 225 KiB on the host\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "auto", "-1", "3", "99"})
    void allLayersHaveSeveralNames(String layers) throws IOException {
        assertThat(json("--gpu-layers", layers)).isEqualTo(json());
    }

    @Test
    void aConstantStateIsCalledSo() throws IOException {
        new TinyMamba(2, 64, 16, 1).writeTo(file);
        assertThat(json().get("constantState").booleanValue()).isTrue();
        assertThat(run("--vram", "1GiB", "--context", "0")).isZero();
        assertThat(out.toString())
                .contains("\neach token    0 B: state only, which does not grow with the context\n")
                .contains("\nany context fits 1 GiB\n");
    }

    @Test
    void generalRulesAreCalledSo() throws IOException {
        new GgufWriter()
                .text("general.architecture", "of-tomorrow")
                .uint32("of-tomorrow.block_count", 1)
                .uint32("of-tomorrow.vocab_size", 1000)
                .uint32("of-tomorrow.embedding_length", 512)
                .uint32("of-tomorrow.attention.head_count", 8)
                .writeTo(file);
        JsonNode json = json();
        assertThat(json.get("knownArchitecture").booleanValue()).isFalse();
        assertThat(json.get("trainedContextTokens").isNull()).isTrue();
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("architecture of-tomorrow is unknown to this version; general rules were used\n")
                .contains("\ntrained for   a context that the file does not say\n")
                .doesNotContain("longer than it was trained for");
    }

    @Test
    void noContextIsThatOfTheTraining() {
        assertThat(run("--json", "--context", "0")).isZero();
        assertThat(out.toString()).contains("\"contextTokens\":2048,");
    }

    /** Half of 8 layers see a window of 1024 tokens; keys and values of 2 heads of 32 elements each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                     | kvBytes       | 9961472
            --parallel 2             | kvBytes       | 11534336
            --parallel 2 --unified   | kvBytes       | 11010048
            --swa-full               | kvBytes       | 16777216
            --ubatch 1024            | kvBytes       | 10485760
            --cache-type-k f32       | kvBytes       | 14942208
            --cache-type-v q8_0      | kvBytes       | 7626752
                                     | kvDeviceBytes | 9961472
            --gpu-layers 2           | kvDeviceBytes | 2097152
            --gpu-layers 0           | kvDeviceBytes | 0
                                     | computeBytes  | 12845056
            --flash-attn             | computeBytes  | 12845056
            --flash-attn auto        | computeBytes  | 12845056
            --flash-attn off         | computeBytes  | 89915392
            --flash-attn=off         | computeBytes  | 89915392
            """)
    void optionsChangeWhatIsTakenAsInLlamaCpp(@Nullable String options, String part, long bytes) throws IOException {
        new TinyGemma2(8, 128, 1024, 1).writeTo(file);
        List<String> arguments = new ArrayList<>(List.of("--context", "8192"));
        arguments.addAll(options == null ? List.of() : List.of(options.split(" ")));
        JsonNode context =
                json(arguments.toArray(String[]::new)).get("contexts").get(0);
        assertThat(context.get(part).longValue()).isEqualTo(bytes);
    }

    @Test
    void whatIsReckonedForIsSaid() {
        assertThat(run("--parallel", "4", "--unified", "--cache-type-v", "bf16", "--swa-full", "--ubatch", "64"))
                .isZero();
        assertThat(out.toString())
                .contains("\nfor 4 sequences that share one cache, f16/bf16, flash attention on, 64 tokens at once,"
                        + " windows in full:\n");
    }

    /** The least and the most for 8192 tokens are 117 MiB and 633 MiB, and for 256 tokens 109 MiB and 621 MiB. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1GiB     | 2048 | 0 | 0 | the largest context that fits 1 GiB has 2048 tokens, the longest that was tried
            652500KB | 768  | 0 | 0 | the largest context that fits 622 MiB has 768 tokens
            200MiB   |      | 0 | 0 | no context certainly fits 200 MiB
            110MiB   |      | 0 | 1 | no context certainly fits 110 MiB
            64MiB    |      | 1 | 1 | no context certainly fits 64 MiB
            """)
    void theLargestContextThatFitsIsTold(String vram, @Nullable Long tokens, int code, int codeForMore, String told)
            throws IOException {
        assertThat(run("--json", "--vram", vram)).isEqualTo(code);
        JsonNode largest = new ObjectMapper().readTree(out.toString()).get("largestContextTokens");
        assertThat(largest.isNull() ? null : (Long) largest.longValue()).isEqualTo(tokens);
        assertThat(run("--vram", vram, "--context", "8192")).isEqualTo(codeForMore);
        assertThat(out.toString()).contains("\n" + told + "\n");
    }

    @Test
    void severalSequencesHaveTheContextOfTheTrainingEach() throws IOException {
        assertThat(json("--vram", "1GiB", "--parallel", "3")
                        .get("largestContextTokens")
                        .longValue())
                .isEqualTo(3 * 2048);
        assertThat(json("--vram", "1GiB", "--parallel", "3", "--unified")
                        .get("largestContextTokens")
                        .longValue())
                .isEqualTo(2048);
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
            --flash-attn=no | --json | "no" is neither on nor off nor auto
            --gpu-layers   | -2   | "-2" is neither a number of layers nor all, auto or -1
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
            --ollama tiny --api-key-env NONE_ | --api-key-env: the environment variable NONE_ is not set
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

    private JsonNode json(String... options) throws IOException {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(List.of(options));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
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
