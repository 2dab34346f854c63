package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.vramguard.tinymodel.TinyLlama;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where weights go. */
class WeightsTests {

    private static final int BLOCKS = 3;
    private static final List<Tensor> TENSORS = List.of(
            new Tensor("token_embd.weight", TensorType.F16, 1),
            new Tensor("output_norm.weight", TensorType.F32, 10),
            new Tensor("output.weight", TensorType.Q6_K, 100),
            new Tensor("blk.0.attn_q.weight", TensorType.Q4_K, 1_000),
            new Tensor("blk.1.attn_q.weight", TensorType.Q4_K, 10_000),
            new Tensor("blk.2.attn_q.weight", TensorType.Q4_K, 100_000));

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 110", "2, 100110", "3, 110110", "4, 111110", "999, 111110"})
    void theOutputGoesToTheGpuFirstAndThenTheLastBlocks(int gpuLayers, long device) {
        Weights weights = Weights.of(TENSORS, placement(0), gpuLayers);
        assertThat(weights.deviceBytes()).isEqualTo(device);
        assertThat(weights.hostBytes()).isEqualTo(111_111 - device);
    }

    @Test
    void weightsAreCountedByType() {
        Weights weights = Weights.of(TENSORS, placement(0), 0);
        assertThat(weights.bytesByType())
                .containsOnly(
                        entry(TensorType.F16, 1L),
                        entry(TensorType.F32, 10L),
                        entry(TensorType.Q6_K, 100L),
                        entry(TensorType.Q4_K, 111_000L));
        assertThat(weights.bytes()).isEqualTo(111_111);
    }

    @ParameterizedTest
    @CsvSource({"0, 11111, 0", "1, 11001, 110", "2, 11001, 110", "3, 1001, 10110", "4, 1, 11110"})
    void blocksForFurtherTokensAreNotLoaded(int gpuLayers, long host, long device) {
        Weights weights = Weights.of(TENSORS, placement(1), gpuLayers);
        assertThat(weights.hostBytes()).isEqualTo(host);
        assertThat(weights.deviceBytes()).isEqualTo(device);
        assertThat(weights.bytes()).isEqualTo(111_111);
    }

    @Test
    void embeddingsThatServeAsOutputAreOnBoth() {
        List<Tensor> tied = TENSORS.stream()
                .filter(tensor -> !tensor.name().equals("output.weight"))
                .toList();
        Weights weights = Weights.of(tied, placement(0), 4);
        assertThat(weights.deviceBytes()).isEqualTo(111_011);
        assertThat(weights.hostBytes()).isEqualTo(1);
        assertThat(weights.bytes()).isEqualTo(111_011);
        assertThat(Weights.of(tied, placement(0), 1).deviceBytes()).isEqualTo(11);
        assertThat(Weights.of(tied, placement(0), 0).deviceBytes()).isZero();
    }

    @Test
    void anEncoderHasNoOutput() {
        List<Tensor> bert = List.of(
                new Tensor("token_embd.weight", TensorType.F16, 1),
                new Tensor("blk.2.attn_q.weight", TensorType.F16, 10));
        assertThat(Weights.of(bert, new Placement(BLOCKS, 0, true), 4).deviceBytes())
                .isEqualTo(10);
        assertThat(Weights.of(bert, placement(0), 4).deviceBytes()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "bert, 4096",
        "modern-bert, 4096",
        "nomic-bert-moe, 4096",
        "jina-bert-v3, 4096",
        "eurobert, 4096",
        "gemma-embedding, 8192",
        "llama, 8192"
    })
    void someArchitecturesAreEncoders(String architecture, long bytes, @TempDir Path folder) throws IOException {
        Path file = ModelFile.small(folder.resolve("model.gguf"), architecture, 1)
                .tensor("token_embd.weight", 1024)
                .write();
        Weights weights = Model.read(file).weights(9);
        assertThat(weights.hostBytes() + weights.deviceBytes()).isEqualTo(bytes);
    }

    /** The layer of 3 blocks, which the output comes after and embeddings are before. */
    @ParameterizedTest
    @CsvSource({
        "blk.1.attn_q.weight, 1",
        "enc.blk.1.attn_q.weight, 1",
        "dec.blk.2.attn_q.weight, 2",
        "output.weight, 3",
        "output_norm.weight, 3",
        "enc.output_norm.weight, 3",
        "dec.output_norm.weight, 3",
        "altup_proj.weight, 3",
        "altup_unembd_proj.weight, 3",
        "cls.weight, 3",
        "cls.output.bias, 3",
        "dense_2.weight, 3",
        "dense_3.weight, 3",
        "per_layer_model_proj.weight, 0",
        "per_layer_proj_norm.weight, 0",
        "token_embd_norm.weight, 0",
        "rope_freqs.weight, 0",
        "token_embd.weight, -1",
        "per_layer_token_embd.weight, -1",
        "position_embd.weight, -1"
    })
    void aTensorIsOnALayer(String tensor, int layer) {
        assertThat(placement(0).layer(tensor)).isEqualTo(layer);
    }

    private static Placement placement(int further) {
        return new Placement(BLOCKS, further, false);
    }

    @Test
    void aFileIsItsWeightsAndItsHeader(@TempDir Path folder) throws IOException {
        Path file = TinyLlama.smallest().writeTo(folder.resolve("tiny.gguf"));
        long weights = Model.read(file).weights(0).bytes();
        assertThat(file.toFile().length() - weights).isBetween(1_000L, 20_000L);
    }
}
