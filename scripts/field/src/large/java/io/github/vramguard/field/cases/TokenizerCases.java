package io.github.vramguard.field.cases;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.github.vramguard.field.Needs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tokenizers of Hugging Face, through DJL. */
@Needs(options = {"-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true"})
public final class TokenizerCases {

    private static final String TEXT =
            IntStream.range(0, 500).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    private static final byte[] TOKENIZER = ("{\"version\":\"1.0\",\"pre_tokenizer\":{\"type\":\"Whitespace\"},"
                    + "\"model\":{\"type\":\"WordLevel\",\"unk_token\":\"[UNK]\",\"vocab\":{\"[UNK]\":0"
                    + IntStream.range(1, 10_000)
                            .mapToObj(i -> ",\"word" + i + "\":" + i)
                            .collect(Collectors.joining())
                    + "}}}")
            .getBytes(StandardCharsets.UTF_8);

    private static final class Shared {
        static final HuggingFaceTokenizer TOKENIZER = opened();

        private static HuggingFaceTokenizer opened() {
            try {
                return open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void ok_closed() throws IOException {
        try (HuggingFaceTokenizer tokenizer = open()) {
            tokenizer.encode(TEXT);
        }
    }

    public void leak_notClosed() throws IOException {
        Kept.forever(open()).encode(TEXT);
    }

    @Needs(shared = true)
    public void ok_sharedTokenizer() {
        for (int i = 0; i < 20; i++) {
            Encoding encoding = Shared.TOKENIZER.encode(TEXT);
            encoding.getIds();
        }
    }

    @Needs(shared = true)
    public void leak_encodingsRetained() {
        for (int i = 0; i < 20; i++) {
            Kept.forever(Shared.TOKENIZER.encode(TEXT));
        }
    }

    private static HuggingFaceTokenizer open() throws IOException {
        try (InputStream in = new ByteArrayInputStream(TOKENIZER)) {
            return HuggingFaceTokenizer.newInstance(in, Map.of());
        }
    }
}
