package io.github.vramguard.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A SentencePiece vocabulary in which every byte is a token, so that llama.cpp can read every prompt. */
final class TinyVocabulary {

    private static final int NORMAL = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int UNUSED = 5;
    private static final int BYTE = 6;

    /** The number of {@link #writeTo entries} in a file. */
    static final int ENTRIES = 8;

    static final int SIZE = 320;

    private static final String PIECES = "\u2581abcdefghijklmnopqrstuvwxyz.,!?'";

    private record Token(String text, int type, float score) {}

    private final List<Token> tokens = new ArrayList<>();

    TinyVocabulary() {
        tokens.add(new Token("<unk>", UNKNOWN, 0));
        tokens.add(new Token("<s>", CONTROL, 0));
        tokens.add(new Token("</s>", CONTROL, 0));
        for (int value = 0; value < 256; value++) {
            tokens.add(new Token("<0x%02X>".formatted(value), BYTE, 0));
        }
        for (int rank = 0; rank < PIECES.length(); rank++) {
            tokens.add(new Token(PIECES.substring(rank, rank + 1), NORMAL, -1 - rank));
        }
        while (tokens.size() < SIZE) {
            tokens.add(new Token("<pad%d>".formatted(tokens.size()), UNUSED, -1000));
        }
    }

    void writeTo(GgufOutput out) throws IOException {
        out.entry("tokenizer.ggml.model", "llama");
        out.array("tokenizer.ggml.tokens", GgufOutput.TEXTS, SIZE);
        for (Token token : tokens) {
            out.text(token.text);
        }
        out.array("tokenizer.ggml.scores", GgufOutput.FLOATS, SIZE);
        for (Token token : tokens) {
            out.float32(token.score);
        }
        out.array("tokenizer.ggml.token_type", GgufOutput.INTS, SIZE);
        for (Token token : tokens) {
            out.int32(token.type);
        }
        out.entry("tokenizer.ggml.unknown_token_id", 0);
        out.entry("tokenizer.ggml.bos_token_id", 1);
        out.entry("tokenizer.ggml.eos_token_id", 2);
        out.entry("tokenizer.ggml.add_bos_token", true);
    }
}
