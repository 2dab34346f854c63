package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a GPU and a host hold. */
class ModelFootprintTests {

    private static final ContextSettings SETTINGS = ContextSettings.of(8192);
    private static final long TOKEN_BYTES = 2 * 2 * 16 * 2; // keys and values of 2 heads with 16 elements of 16 bits

    @TempDir
    private Path folder;

    private Model model = Golden.model("llama31-8b");

    @BeforeEach
    void writeModelOfTwoLayers() throws IOException {
        model = Model.read(TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf")));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 2", "999, 2"})
    void theCacheOfALayerIsWhereItsWeightsAre(int gpuLayers, int layersOnDevice) {
        ModelFootprint footprint = model.footprint(SETTINGS, gpuLayers);
        long cacheOnDevice = footprint.deviceBytes().least()
                - footprint.weights().deviceBytes()
                - footprint.computeRange().least()
                - DeviceFootprint.GPU_CONTEXT.least();
        assertThat(cacheOnDevice).isEqualTo(layersOnDevice * TOKEN_BYTES * 8192);
    }

    /** One layer of the model has 36,992 weights of 32 bits; the output has 20,544. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 82176, 0", "2, 230144, 1048576", "3, 378112, 2097152"})
    void aBudgetCountsWhatIsOnTheDevice(int gpuLayers, long weights, long cache) {
        DeviceFootprint device = model.footprint(SETTINGS, gpuLayers).device();
        assertThat(device.weightsBytes()).isEqualTo(weights);
        assertThat(device.kvBytes()).isEqualTo(cache);
        assertThat(device.bytes()).isEqualTo(weights + cache + 9_830_400 / 10 * 12 + (619L << 20));
    }

    /** The logits are on the host. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aDeviceHasOneTotal(int gpuLayers) {
        ModelFootprint footprint = model.footprint(SETTINGS, gpuLayers);
        assertThat(footprint.device().bytes())
                .isEqualTo(footprint.deviceBytes().most())
                .isEqualTo(footprint.weights().deviceBytes()
                        + footprint.device().kvBytes()
                        + footprint.computeRange().most()
                        + DeviceFootprint.GPU_CONTEXT.most());
    }

    /** 6 experts of 1000 in the first layer, and 2 of 2000 in the second. */
    @Test
    void theWidestLayerOfExpertsCounts() throws IOException {
        ModelFile listed = ModelFile.small(folder.resolve("listed.gguf"), "llama", 2)
                .int32s("llama.expert_feed_forward_length", List.of(1000, 2000))
                .int32s("llama.expert_used_count", List.of(6, 2));
        ModelFile same = ModelFile.small(folder.resolve("same.gguf"), "llama", 2)
                .uint32("llama.expert_feed_forward_length", 1000)
                .uint32("llama.expert_used_count", 6);
        assertThat(Model.read(listed.write()).footprint(SETTINGS, 0).computeBytes())
                .isEqualTo(Model.read(same.write()).footprint(SETTINGS, 0).computeBytes())
                .isGreaterThan(512L * 4 * 3 * 6000);
    }

    @Test
    void withoutLayersAGpuMayBeLeftAlone() {
        assertThat(model.footprint(SETTINGS, 0).deviceBytes().least()).isZero();
    }

    /** And its mask is of 32 bits instead of 16. */
    @Test
    void withoutFlashAttentionTheScoresOfAllHeadsAreHeld() {
        ContextSettings plain = new ContextSettings(8192, 1, false, 512, TensorType.F16, TensorType.F16, false, false);
        long scores = model.footprint(plain, 0).computeBytes()
                - model.footprint(SETTINGS, 0).computeBytes();
        assertThat(scores).isEqualTo(4L * 512 * 8192 * 4 + 512 * 8192 * 2);
    }

    @Test
    void theOutputIsThatOfEachSequence() {
        ContextSettings four = new ContextSettings(8192, 4, true, 512, TensorType.F16, TensorType.F16, false, true);
        assertThat(model.footprint(four, 0).outputBytes()).isEqualTo(4 * 320 * 4);
    }

    /** llama.cpp 0.7.0 printed 9.14 MiB for this model with 32000 tokens, whose logits would take 62.5 MiB. */
    @Test
    void aServerMayLeaveOutTheLogitsOfABatch() {
        ModelFootprint llama = Golden.model("llama31-8b").footprint(SETTINGS, 0);
        long logits = 512L * 128_256 * 4;
        assertThat(llama.computeBytes()).isGreaterThan(logits);
        assertThat(llama.computeRange().least()).isLessThan(logits / 2);
        ByteRange range = model.footprint(SETTINGS, 0).computeRange();
        assertThat((long) (9.14 * (1 << 20))).isBetween(range.least(), range.most());
    }
}
