package io.github.vramguard.model;

import java.util.List;
import java.util.Random;

/** A header whose lengths mostly fit, so that a reader gets far, and that says what no model would. */
final class MadeUpHeader {

    private static final int STRING = ValueType.STRING.ordinal();
    private static final int ARRAY = ValueType.ARRAY.ordinal();
    private static final int UINT32 = ValueType.UINT32.ordinal();
    private static final int DEEPEST = 8;

    private static final List<String> ARCHITECTURES = List.of(
            "llama",
            "gemma2",
            "gemma3n",
            "gemma4",
            "gpt-oss",
            "mamba2",
            "rwkv7",
            "lfm2",
            "kimi-linear",
            "jamba",
            "nemotron_h",
            "qwen3next",
            "falcon-h1",
            "deepseek2",
            "bert",
            "llama4",
            "nobody");

    private static final List<String> NEEDED =
            List.of("block_count", "context_length", "embedding_length", "vocab_size", "attention.head_count");

    private static final List<String> NAMES = List.of(
            "attention.head_count_kv",
            "attention.key_length",
            "attention.value_length",
            "attention.key_length_mla",
            "attention.value_length_mla",
            "attention.key_length_swa",
            "attention.value_length_swa",
            "attention.sliding_window",
            "attention.sliding_window_pattern",
            "attention.shared_kv_layers",
            "attention.head_count",
            "full_attention_interval",
            "feed_forward_length",
            "expert_feed_forward_length",
            "expert_used_count",
            "nextn_predict_layers",
            "ssm.conv_kernel",
            "ssm.inner_size",
            "ssm.state_size",
            "ssm.group_count",
            "wkv.head_size",
            "token_shift_count",
            "shortconv.l_cache",
            "kda.head_dim");

    private final Random random;

    MadeUpHeader(Random random) {
        this.random = random;
    }

    byte[] bytes(int parts) {
        String architecture = any(ARCHITECTURES);
        int more = random.nextInt(8);
        int tensors = random.nextInt(4);
        RawGguf file = RawGguf.claiming(tensors, 2L + NEEDED.size() + more);
        file.string("general.architecture").int32(STRING).string(architecture);
        file.string(random.nextInt(4) == 0 ? "general.alignment" : "split.count")
                .int32(UINT32)
                .int32(parts);
        NEEDED.forEach(name -> key(file, architecture + "." + name, 4));
        for (int i = 0; i < more; i++) {
            key(file, architecture + "." + any(NAMES), 2);
        }
        for (int i = 0; i < tensors; i++) {
            tensor(file, i);
        }
        return file.bytes();
    }

    /** Its value is a small number with a chance of {@code often} to one. */
    private void key(RawGguf file, String name, int often) {
        file.string(name);
        if (random.nextInt(often + 1) > 0) {
            file.int32(UINT32).int32(1 + random.nextInt(64));
        } else {
            int type = random.nextInt(ValueType.values().length);
            value(file.int32(type), type, 0);
        }
    }

    private void value(RawGguf file, int type, int depth) {
        if (type == STRING) {
            file.string("x".repeat(random.nextInt(8)));
        } else if (type == ARRAY) {
            array(file, depth);
        } else if (ValueType.values()[type].leastBytes() == Integer.BYTES) {
            file.int32((int) Extreme.anyLong(random));
        } else if (ValueType.values()[type].leastBytes() == Long.BYTES) {
            file.int64(Extreme.anyLong(random));
        } else {
            file.raw(new byte[ValueType.values()[type].leastBytes()]);
        }
    }

    private void array(RawGguf file, int depth) {
        int type = depth < DEEPEST ? random.nextInt(ValueType.values().length) : STRING;
        int length = random.nextInt(8) == 0 ? 600 : random.nextInt(8);
        int claimed = random.nextInt(16) == 0 ? (int) Extreme.anyLong(random) : length;
        file.int32(type).int64(claimed);
        for (int i = 0; i < (type == ARRAY ? length % 3 : length); i++) {
            value(file, type, depth + 1);
        }
    }

    private void tensor(RawGguf file, int number) {
        int dimensions = random.nextInt(5);
        file.string(random.nextInt(4) == 0 ? "output.weight" : "blk." + number + ".weight")
                .int32(dimensions);
        for (int i = 0; i < dimensions; i++) {
            file.int64(random.nextBoolean() ? 256 : Extreme.anyLong(random));
        }
        file.int32(random.nextInt(44)).int64(random.nextInt(16) == 0 ? Extreme.anyLong(random) : 32L * number);
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
