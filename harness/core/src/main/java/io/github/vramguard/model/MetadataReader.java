package io.github.vramguard.model;

import io.github.vramguard.model.MetadataValue.Skipped;
import io.github.vramguard.model.MetadataValue.Text;
import io.github.vramguard.model.MetadataValue.Whole;
import io.github.vramguard.model.MetadataValue.Wholes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the keys of a GGUF file; of what no size depends on it keeps the length only. */
final class MetadataReader {

    private static final int MOST_KEY_BYTES = 1024;
    private static final int MOST_TEXT_BYTES = 1024;

    /** {@code LLAMA_MAX_LAYERS} in llama.cpp: no array that has a number for each layer is longer. */
    private static final int MOST_LAYERS = 512;

    private static final int DEEPEST_NESTING = 4;

    /** Vocabularies have a million; a sparse file of nothing could claim so many that to skip them takes days. */
    private static final long MOST_ELEMENTS_OF_THEIR_OWN_LENGTH = 1 << 24;

    private final GgufInput in;
    private long elementsOfTheirOwnLength;

    MetadataReader(GgufInput in) {
        this.in = in;
    }

    Map<String, Metadata.Entry> read(long keys) throws IOException {
        Map<String, Metadata.Entry> entries = new HashMap<>();
        for (long i = 0; i < keys; i++) {
            String key = in.field("key " + i).text(MOST_KEY_BYTES);
            Metadata.Entry entry = entry(key);
            if (entries.put(key, entry) != null) {
                throw in.wrong("each key once", "a second value");
            }
        }
        return entries;
    }

    private Metadata.Entry entry(String key) throws IOException {
        long start = in.field(key).fieldStart();
        return new Metadata.Entry(OptionalLong.of(start), value(ValueType.read(in)));
    }

    private MetadataValue value(ValueType type) throws IOException {
        if (type == ValueType.STRING) {
            return text();
        }
        if (type == ValueType.ARRAY) {
            return array(1);
        }
        if (type.isWhole()) {
            return new Whole(type.readWhole(in));
        }
        in.skip(type.leastBytes());
        return new Skipped(type.toString(), 1);
    }

    private MetadataValue text() throws IOException {
        long bytes = textLength();
        if (bytes <= MOST_TEXT_BYTES) {
            return new Text(in.utf8((int) bytes));
        }
        in.skip(bytes);
        return new Skipped("string", bytes);
    }

    private MetadataValue array(int depth) throws IOException {
        ValueType type = ValueType.read(in);
        long length = in.count("elements", type.leastBytes(), Long.MAX_VALUE);
        if (type.isWhole() && length <= MOST_LAYERS) {
            return new Wholes(wholes(type, length));
        }
        skipElements(type, length, depth);
        return new Skipped("array of " + type, length);
    }

    private List<Long> wholes(ValueType type, long length) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            numbers.add(type.readWhole(in));
        }
        return List.copyOf(numbers);
    }

    private void skipElements(ValueType type, long length, int depth) throws IOException {
        if (type.hasFixedSize()) {
            in.skip(length * type.leastBytes());
            return;
        }
        elementsOfTheirOwnLength += Math.min(length, MOST_ELEMENTS_OF_THEIR_OWN_LENGTH + 1);
        if (elementsOfTheirOwnLength > MOST_ELEMENTS_OF_THEIR_OWN_LENGTH) {
            throw in.wrong(
                    "at most " + MOST_ELEMENTS_OF_THEIR_OWN_LENGTH + " texts and arrays in arrays", length + " more");
        }
        for (long i = 0; i < length; i++) {
            skipElement(type, depth);
        }
    }

    private void skipElement(ValueType type, int depth) throws IOException {
        if (type == ValueType.STRING) {
            in.skip(textLength());
        } else if (depth < DEEPEST_NESTING) {
            array(depth + 1);
        } else {
            throw in.wrong("arrays nested at most " + DEEPEST_NESTING + " deep", "a deeper one");
        }
    }

    private long textLength() throws IOException {
        return in.count("bytes of text", 1, Long.MAX_VALUE);
    }
}
