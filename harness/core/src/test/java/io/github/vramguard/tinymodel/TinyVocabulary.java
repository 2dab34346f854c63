package io.github.vramguard.tinymodel;

import java.util.ArrayList;
import java.util.List;

/** A SentencePiece vocabulary in which every byte is a token of its own, so that every prompt can be read. */
final class TinyVocabulary {

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int UNUSED = 5;
    private static final int BYTE = 6;

    private static final int MULTIPLE = 32;
    private static final String PIECES = "\u2581abcdefghijklmnopqrstuvwxyz.,!?'";

    private final List<String> tokens = new ArrayList<>();
    private final List<Float> scores = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    TinyVocabulary() {
        this(0);
    }

    /** With tokens that no text has, up to at least so many. */
    TinyVocabulary(int least) {
        add("<unk>", UNKNOWN, 0);
        add("<s>", CONTROL, 0);
        add("</s>", CONTROL, 0);
        for (int value = 0; value < 256; value++) {
            add("<0x%02X>".formatted(value), BYTE, 0);
        }
        for (int rank = 0; rank < PIECES.length(); rank++) {
            add(PIECES.substring(rank, rank + 1), NORMAL, -1 - rank);
        }
        while (size() < least || size() % MULTIPLE != 0) {
            add("<pad%d>".formatted(size()), UNUSED, -1000);
        }
    }

    int size() {
        return tokens.size();
    }

    GgufWriter describe(GgufWriter gguf) {
        return gguf.text("tokenizer.ggml.model", "llama")
                .texts("tokenizer.ggml.tokens", tokens)
                .float32s("tokenizer.ggml.scores", scores)
                .int32s("tokenizer.ggml.token_type", types)
                .uint32("tokenizer.ggml.unknown_token_id", tokens.indexOf("<unk>"))
                .uint32("tokenizer.ggml.bos_token_id", tokens.indexOf("<s>"))
                .uint32("tokenizer.ggml.eos_token_id", tokens.indexOf("</s>"))
                .bool("tokenizer.ggml.add_bos_token", true);
    }

    private void add(String token, int type, float score) {
        tokens.add(token);
        types.add(type);
        scores.add(score);
    }
}
