package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A Qwen 3.5: each fourth layer attends to tokens, the others are gated delta nets; and then may come layers that predict
 * further tokens.
 *
 * @param layers the number of blocks, without those for further tokens
 * @param width the length of an embedding, a multiple of 64
 * @param state the length of a key of a delta net, and of its value
 * @param further the number of blocks for further tokens
 * @param seed the seed of the weights
 */
public record TinyQwen35(int layers, int width, int state, int further, long seed) implements TinyModel {

    private static final int CONVOLUTION = 4;
    private static final int PERIOD = 4;
    private static final int KEYS = 2;
    private static final int VALUES = 4;

    @Override
    public Path writeTo(Path file) throws IOException {
        Interleaving interleaving = new Interleaving(layers, PERIOD);
        Attention attention = Attention.grouped(width);
        ModelWriter model = new ModelWriter("qwen35", layers + further, width, seed);
        describe(attention.describe(model)).epsilon().tiedEmbeddings();
        for (int layer = 0; layer < layers + further; layer++) {
            String block = "blk." + layer + ".";
            model.ones(block + "attn_norm.weight", width).ones(block + "post_attention_norm.weight", width);
            if (interleaving.attends(layer) || layer >= layers) {
                addGatedAttention(attention, model, block);
            } else {
                addDeltaNet(model, block);
            }
            new FeedForward(width, 2 * width).addTo(model, block);
            if (layer >= layers) {
                addPrediction(model, block + "nextn.");
            }
        }
        return model.writeTo(file);
    }

    private int values() {
        return VALUES * state;
    }

    private int convolved() {
        return 2 * KEYS * state + values();
    }

    private ModelWriter describe(ModelWriter model) {
        return new FeedForward(width, 2 * width)
                .describe(model)
                .number("nextn_predict_layers", further)
                .numbers("rope.dimension_sections", List.of(6, 5, 5, 0))
                .number("ssm.conv_kernel", CONVOLUTION)
                .number("ssm.inner_size", values())
                .number("ssm.state_size", state)
                .number("ssm.time_step_rank", VALUES)
                .number("ssm.group_count", KEYS);
    }

    private void addGatedAttention(Attention attention, ModelWriter model, String block) {
        int kvWidth = attention.headLength() * attention.kvHeads();
        model.random(block + "attn_q.weight", width, 2 * width)
                .random(block + "attn_k.weight", width, kvWidth)
                .random(block + "attn_v.weight", width, kvWidth)
                .random(block + "attn_output.weight", width, width)
                .ones(block + "attn_q_norm.weight", attention.headLength())
                .ones(block + "attn_k_norm.weight", attention.headLength());
    }

    private void addDeltaNet(ModelWriter model, String block) {
        model.random(block + "attn_qkv.weight", width, convolved())
                .random(block + "attn_gate.weight", width, values())
                .random(block + "ssm_conv1d.weight", CONVOLUTION, convolved())
                .ones(block + "ssm_dt.bias", VALUES)
                .ones(block + "ssm_a", VALUES)
                .random(block + "ssm_beta.weight", width, VALUES)
                .random(block + "ssm_alpha.weight", width, VALUES)
                .ones(block + "ssm_norm.weight", state)
                .random(block + "ssm_out.weight", values(), width);
    }

    private void addPrediction(ModelWriter model, String nextN) {
        model.random(nextN + "eh_proj.weight", 2 * width, width)
                .ones(nextN + "enorm.weight", width)
                .ones(nextN + "hnorm.weight", width);
    }
}
