package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contexts of known models take, besides those of the golden cases. */
class KvCacheTests {

    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "llama31-8b, 131072",
        "llama2-7b, 524288",
        "llama2-70b, 327680",
        "qwen25-7b, 57344",
        "qwen3-8b, 147456",
        "gemma2-9b, 172032",
        "gemma3-27b, 81920",
        "gptoss-20b, 24576",
        "dsv2lite-mla, 31104",
        "dsv2lite-old, 276480",
        "jamba-v0.1, 16384",
        "mamba-2.8b, 0"
    })
    void aFurtherTokenTakesSoManyBytes(String model, long bytes) {
        assertThat(Golden.model(model).cache(ContextSettings.of(8192)).bytesPerToken())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "f32,2048",
        "f16,1024",
        "bf16,1024",
        "q8_0,544",
        "q5_1,384",
        "q5_0,352",
        "q4_1,320",
        "q4_0,288",
        "iq4_nl,288"
    })
    void eachTypeOfCacheHasItsSize(String type, long mib) {
        TensorType named = TensorType.named(type);
        assertThat(llama(new ContextSettings(8192, 1, false, 512, named, named, false, true)))
                .isEqualTo(mib * MIB);
    }

    @Test
    void aFullCacheOfAWindowedModelGrowsWithTheContext() {
        ContextSettings full = new ContextSettings(32768, 1, false, 512, TensorType.F16, TensorType.F16, true, true);
        KvCache cache = Golden.model("gemma3-27b").cache(full);
        assertThat(cache.kvBytes()).isEqualTo(15_872 * MIB);
        assertThat(cache.bytesPerToken()).isEqualTo(15_872 * MIB / 32768);
    }

    @Test
    void aLargerBatchNeedsMoreCellsInAWindow() {
        ContextSettings large = new ContextSettings(32768, 1, false, 1024, TensorType.F16, TensorType.F16, false, true);
        Model gemma = Golden.model("gemma3-27b");
        assertThat(gemma.cache(large).kvBytes()).isEqualTo((2560 + 624 * 2048 / 1536) * MIB);
    }

    @Test
    void noContextIsThatOfTheTraining() {
        assertThat(Golden.model("gemma2-9b").cache(ContextSettings.of(0)).contextTokens())
                .isEqualTo(8192);
    }

    /** Where the sequences do not share a cache, each has whole blocks of 256 cells. */
    @ParameterizedTest
    @CsvSource({"5000, 1, false, 5120", "5000, 3, false, 5376", "5000, 3, true, 5120", "8192, 4, false, 8192"})
    void theContextIsThatOfAllSequences(int asked, int parallel, boolean unified, long tokens) {
        ContextSettings settings =
                new ContextSettings(asked, parallel, unified, 512, TensorType.F16, TensorType.F16, false, true);
        KvCache cache = Golden.model("llama31-8b").cache(settings);
        assertThat(cache.contextTokens()).isEqualTo(tokens);
        assertThat(cache.kvBytes()).isEqualTo(tokens * cache.bytesPerToken());
        assertThat(cache.sequenceTokens()).isEqualTo(unified ? tokens : tokens / parallel);
    }

    @ParameterizedTest
    @CsvSource({"512, 1536", "2048, 3072", "4096, 5120"})
    void aWindowHasRoomForWhatIsComputedAtOnceBesides(int ubatch, long cells) {
        ContextSettings settings =
                new ContextSettings(32768, 1, false, ubatch, TensorType.F16, TensorType.F16, false, true);
        assertThat(Golden.model("gemma3-27b").cache(settings).cells().windowed())
                .isEqualTo(cells);
    }

    /**
     * 8 of 48 layers remember all tokens, and 40 see no more than 1024; each takes 8 KiB for a token. What they have room for
     * besides is not saved: {@code llama_kv_cache::state_write} leaves out what is masked.
     */
    @ParameterizedTest
    @CsvSource({"0, 0", "500, 196608000", "2000, 466616320"})
    void oneSequenceOfGemma3OfTwelveBillionTakesSoMuch(long tokens, double bytes) throws IOException {
        KvCache cache = hybrid("gemma3", 48)
                .uint32("gemma3.attention.sliding_window", 1024)
                .uint32("gemma3.attention.key_length", 256)
                .uint32("gemma3.attention.value_length", 256)
                .uint32("gemma3.attention.head_count_kv", 8)
                .read();
        assertThat(cache.ofTokens().bytes(tokens)).isEqualTo(bytes);
        assertThat(cache.ofTokens().reserved()).hasValue(cache.kvBytes());
    }

    @Test
    void grokIsComputedWithoutFlashAttentionWhateverItIsTold() throws IOException {
        Model grok = Model.read(hybrid("grok", 2).write());
        ContextSettings quantized =
                new ContextSettings(8192, 1, false, 512, TensorType.F16, TensorType.Q8_0, false, true);

        assertThat(grok.footprint(ContextSettings.of(8192), 0).computeBytes())
                .isEqualTo(grok.footprint(
                                ContextSettings.of(8192).toBuilder()
                                        .flashAttention(false)
                                        .build(),
                                0)
                        .computeBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grok.cache(quantized))
                .withMessage("values cached as q8_0 need flash attention");
    }

    @Test
    void aFullCacheOfWindowsHasNoEnd() {
        ContextSettings full = new ContextSettings(32768, 1, false, 512, TensorType.F16, TensorType.F16, true, true);
        TokenCache cache = Golden.model("gemma3-27b").cache(full).ofTokens();
        assertThat(cache.bytes(32768)).isEqualTo(15_872 * MIB);
        assertThat(cache.boundedBytes(32768)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 500", "4, 500"})
    void oneSequenceOfMambaTakesItsStateHoweverLongItIs(int parallel, long tokens) {
        ContextSettings settings =
                ContextSettings.of(8192).toBuilder().parallel(parallel).build();
        KvCache cache = Golden.model("mamba-2.8b").cache(settings);
        assertThat(cache.ofTokens().bytes(tokens)).isEqualTo(24_903_680);
        assertThat(cache.stateBytes()).isEqualTo(parallel * 24_903_680L);
    }

    @ParameterizedTest
    @CsvSource({"mamba-2.8b, true", "rwkv7-2.9b, true", "jamba-v0.1, false", "llama31-8b, false", "gemma3-27b, false"})
    void someModelsRememberNothingButAState(String model, boolean constant) {
        assertThat(Golden.model(model).hasConstantState()).isEqualTo(constant);
    }

    @Test
    void anEncoderRemembersNotEvenAState() throws IOException {
        assertThat(Model.read(hybrid("bert", 2).write()).hasConstantState()).isFalse();
    }

    @Test
    void aContextThatIsNotToldHasToBeGiven() throws IOException {
        Model model = Model.read(new GgufWriter()
                .text("general.architecture", "llama")
                .uint32("llama.block_count", 1)
                .uint32("llama.vocab_size", 1000)
                .uint32("llama.embedding_length", 512)
                .uint32("llama.attention.head_count", 8)
                .writeTo(folder.resolve("untold.gguf")));
        assertThat(model.trainedContext()).isEmpty();
        assertThat(model.cache(ContextSettings.of(512)).contextTokens()).isEqualTo(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.cache(ContextSettings.of(0)))
                .withMessage("the file does not say which context the model was trained for; give a number of tokens");
    }

    @ParameterizedTest
    @CsvSource({"llama, true", "gptoss, true", "clef, true", "k2-horizon, false", "of-tomorrow, false"})
    void someArchitecturesAreKnown(String architecture, boolean known) throws IOException {
        Path file =
                ModelFile.bare(folder.resolve("model.gguf"), architecture, 1).write();
        assertThat(Model.read(file).isOfKnownArchitecture()).isEqualTo(known);
    }

    @Test
    void someHybridsHaveBothInEachLayer() throws IOException {
        KvCache cache = hybrid("falcon-h1", 24)
                .uint32("falcon-h1.attention.head_count_kv", 2)
                .read();
        assertThat(cache.bytesPerToken()).isEqualTo(24 * 2 * 2 * 64 * 2);
        assertThat(cache.stateBytes()).isEqualTo(24L * (3 * (4096 + 2 * 16 * 128) + 128 * 4096) * 4);
    }

    /** llama.cpp printed 301.50 MiB of state for four sequences of Qwen3-Coder-Next, and 768 MiB for 32768 cells. */
    @Test
    void someHybridsAttendFullyInEachFourthLayer() throws IOException {
        KvCache cache = hybrid("qwen3next", 48)
                .uint32("qwen3next.attention.head_count_kv", 2)
                .uint32("qwen3next.attention.key_length", 256)
                .uint32("qwen3next.attention.value_length", 256)
                .read(new ContextSettings(32768, 4, true, 512, TensorType.F16, TensorType.F16, false, true));
        assertThat(Golden.mib(cache.stateBytes())).isEqualTo("301.50");
        assertThat(cache.kvBytes()).isEqualTo(768 * MIB);
    }

    @Test
    void layersWithNeitherHeadsNorFeedForwardAreRecurrent() throws IOException {
        KvCache cache = hybrid("nemotron_h", 3)
                .int32s("nemotron_h.attention.head_count_kv", List.of(0, 8, 0))
                .int32s("nemotron_h.feed_forward_length", List.of(0, 0, 1024))
                .read();
        assertThat(cache.layers()).extracting(layer -> layer.stateBytes() > 0).containsExactly(true, false, false);
        assertThat(cache.layers()).extracting(layer -> layer.kvBytes() > 0).containsExactly(false, true, false);
    }

    @Test
    void layersThatShareCachesTakeNone() throws IOException {
        KvCache cache = hybrid("gemma4", 6)
                .uint32("gemma4.attention.shared_kv_layers", 2)
                .uint32("gemma4.attention.sliding_window", 512)
                .int32s("gemma4.attention.sliding_window_pattern", List.of(1, 1, 0, 1, 1, 0))
                .uint32("gemma4.attention.key_length", 512)
                .uint32("gemma4.attention.value_length", 512)
                .uint32("gemma4.attention.key_length_swa", 256)
                .uint32("gemma4.attention.value_length_swa", 256)
                .uint32("gemma4.attention.head_count_kv", 1)
                .read();
        assertThat(cache.layers())
                .extracting(LayerCache::bytesPerToken)
                .containsExactly(1024L, 1024L, 2048L, 1024L, 0L, 0L);
        assertThat(cache.layers()).extracting(LayerCache::kvBytes).containsExactly(MIB, MIB, 8192 * 2048L, MIB, 0L, 0L);
    }

    @Test
    void layersThatPredictFurtherTokensTakeNone() throws IOException {
        KvCache cache =
                hybrid("glm4moe", 5).uint32("glm4moe.nextn_predict_layers", 1).read();
        assertThat(cache.layers()).hasSize(4);
    }

    @Test
    void aPatternInTheMetadataOverridesThatOfTheArchitecture() throws IOException {
        KvCache cache = hybrid("gemma3", 6)
                .uint32("gemma3.attention.sliding_window", 512)
                .uint32("gemma3.attention.sliding_window_pattern", 3)
                .read();
        assertThat(cache.layers())
                .extracting(LayerCache::windowed)
                .containsExactly(true, true, false, true, true, false);
    }

    @Test
    void aWindowIsIgnoredWhereLlamaCppIgnoresIt() throws IOException {
        KvCache cache =
                hybrid("qwen2", 4).uint32("qwen2.attention.sliding_window", 512).read();
        assertThat(cache.layers()).extracting(LayerCache::windowed).containsOnly(false);
    }

    @Test
    void withoutFlashAttentionValuesAreAsWideAsTheWidest() throws IOException {
        KvCache cache = hybrid("llama", 3)
                .int32s("llama.attention.head_count_kv", List.of(8, 2, 0))
                .read(new ContextSettings(8192, 1, false, 512, TensorType.F16, TensorType.F16, false, false));
        assertThat(cache.layers()).extracting(LayerCache::bytesPerToken).containsExactly(2048L, 256L + 1024, 0L);
    }

    @Test
    void quantizedValuesNeedFlashAttention() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextSettings(0, 1, false, 512, TensorType.F16, TensorType.Q8_0, false, false))
                .withMessage("values cached as q8_0 need flash attention");
    }

    /** llama.cpp says that the block size does not divide the length of a key, although it divides that of a row. */
    @Test
    void eachKeyFillsBlocksOfItsOwn() throws IOException {
        ModelFile narrow = hybrid("llama", 1).uint32("llama.attention.key_length", 16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> narrow.read(
                        new ContextSettings(8192, 1, false, 512, TensorType.Q8_0, TensorType.F16, false, true)))
                .withMessage("16 elements are not a multiple of the 32 in a block of q8_0");
    }

    @ParameterizedTest
    @CsvSource({"-1,1,512", "0,0,512", "0,257,512", "0,1,0"})
    void otherSettingsOutOfRangeAreRefused(int context, int parallel, int ubatch) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextSettings(
                        context, parallel, false, ubatch, TensorType.F16, TensorType.F16, false, true));
    }

    @Test
    void aModelWithoutWhatSizesDependOnIsRefused() throws IOException {
        Path file = new GgufWriter().text("general.architecture", "llama").writeTo(folder.resolve("bare.gguf"));
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(() -> Model.read(file))
                .withMessage(file + " has no key llama.block_count");
    }

    @Test
    void layersThatCannotBeCountedAreRefused() {
        ModelFile absurd = ModelFile.bare(folder.resolve("absurd.gguf"), "mamba2", 1)
                .uint32("mamba2.ssm.group_count", Integer.MAX_VALUE)
                .uint32("mamba2.ssm.state_size", Integer.MAX_VALUE)
                .uint32("mamba2.ssm.conv_kernel", Integer.MAX_VALUE);
        assertThatExceptionOfType(GgufException.class)
                .isThrownBy(absurd::read)
                .withMessageEndingWith("describes layers of more elements than can be counted");
    }

    private ModelFile hybrid(String architecture, int layers) {
        return ModelFile.small(folder.resolve("model.gguf"), architecture, layers);
    }

    private static long llama(ContextSettings settings) {
        return Golden.model("llama31-8b").cache(settings).kvBytes();
    }
}
