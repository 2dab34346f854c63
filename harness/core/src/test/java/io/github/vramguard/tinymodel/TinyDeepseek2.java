package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A DeepSeek V2 without experts: all heads share one latent key, from which values are computed.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of 32
 * @param rank the length of the latent key, without its rotated part
 * @param seed the seed of the weights
 */
public record TinyDeepseek2(int layers, int width, int rank, long seed) implements TinyModel {

    private static final int ROTATED = 16;
    private static final int HEAD_LENGTH = Attention.HEAD_LENGTH;

    @Override
    public Path writeTo(Path file) throws IOException {
        FeedForward network = new FeedForward(width, 2 * width);
        ModelWriter model = new ModelWriter("deepseek2", layers, width, seed);
        describe(network.describe(model).epsilon()).tiedEmbeddings();
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            addAttention(model, block);
            model.ones(block + "ffn_norm.weight", width);
            network.addTo(model, block);
        }
        return model.writeTo(file);
    }

    private int heads() {
        return width / HEAD_LENGTH;
    }

    private ModelWriter describe(ModelWriter model) {
        return model.number("leading_dense_block_count", layers)
                .number("expert_feed_forward_length", width)
                .number("expert_shared_count", 0)
                .number("attention.head_count", heads())
                .number("attention.head_count_kv", 1)
                .number("attention.q_lora_rank", rank)
                .number("attention.kv_lora_rank", rank)
                .number("attention.key_length", rank + ROTATED)
                .number("attention.value_length", rank)
                .number("attention.key_length_mla", HEAD_LENGTH + ROTATED)
                .number("attention.value_length_mla", HEAD_LENGTH)
                .number("rope.dimension_count", ROTATED);
    }

    private void addAttention(ModelWriter model, String block) {
        model.ones(block + "attn_norm.weight", width)
                .ones(block + "attn_q_a_norm.weight", rank)
                .ones(block + "attn_kv_a_norm.weight", rank)
                .random(block + "attn_q_a.weight", width, rank)
                .random(block + "attn_q_b.weight", rank, heads() * (HEAD_LENGTH + ROTATED))
                .random(block + "attn_kv_a_mqa.weight", width, rank + ROTATED)
                .random(block + "attn_k_b.weight", HEAD_LENGTH, rank, heads())
                .random(block + "attn_v_b.weight", rank, HEAD_LENGTH, heads())
                .random(block + "attn_output.weight", heads() * HEAD_LENGTH, width);
    }
}
