package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An RWKV 7: it remembers a matrix for each head, and its last tokens.
 *
 * @param layers the number of blocks
 * @param width the length of an embedding, a multiple of {@code headSize}
 * @param headSize the rows of a matrix, and its columns
 * @param seed the seed of the weights
 */
public record TinyRwkv7(int layers, int width, int headSize, long seed) implements TinyModel {

    private static final int RANK = 32;

    @Override
    public Path writeTo(Path file) throws IOException {
        ModelWriter model = new ModelWriter("rwkv7", layers, width, seed);
        describe(model).epsilon().embeddingsAndOutput();
        addNorm(model, "token_embd_norm");
        model.ones("output_norm.bias", width);
        for (int layer = 0; layer < layers; layer++) {
            String block = "blk." + layer + ".";
            addNorm(model, block + "attn_norm");
            addNorm(model, block + "attn_norm_2");
            addTimeMix(model, block + "time_mix_");
            addChannelMix(model, block + "channel_mix_");
        }
        return model.writeTo(file);
    }

    private ModelWriter describe(ModelWriter model) {
        return model.number("feed_forward_length", 2 * width)
                .number("attention.head_count", 0)
                .number("wkv.head_size", headSize)
                .number("attention.decay_lora_rank", RANK)
                .number("attention.iclr_lora_rank", RANK)
                .number("attention.value_residual_mix_lora_rank", RANK)
                .number("attention.gate_lora_rank", RANK);
    }

    private void addNorm(ModelWriter model, String name) {
        model.ones(name + ".weight", width).ones(name + ".bias", width);
    }

    private void addTimeMix(ModelWriter model, String mix) {
        addNorm(model, mix + "ln");
        model.random(mix + "lerp_fused.weight", width, 1, 1, 6);
        for (String vector : new String[] {"w0", "a0", "v0", "k_k", "k_a", "r_k"}) {
            model.random(mix + vector + ".weight", width);
        }
        for (String lowRank : new String[] {"w", "a", "v", "g"}) {
            model.random(mix + lowRank + "1.weight", width, RANK).random(mix + lowRank + "2.weight", RANK, width);
        }
        for (String matrix : new String[] {"key", "value", "receptance", "output"}) {
            model.random(mix + matrix + ".weight", width, width);
        }
    }

    private void addChannelMix(ModelWriter model, String mix) {
        model.random(mix + "lerp_k.weight", width, 1, 1)
                .random(mix + "key.weight", width, 2 * width)
                .random(mix + "value.weight", 2 * width, width);
    }
}
