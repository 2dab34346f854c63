package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the header of one GGUF file: magic, version, metadata, table of tensors. The limits are far above what models
 * have, and keep what a hostile file can make this process hold below 100 MiB.
 */
final class GgufReader {

    static final int MOST_TENSORS = 1 << 16;

    private static final int MAGIC = 0x46554747; // "GGUF", least significant byte first
    static final int MOST_KEYS = 1 << 10;
    private static final int LEAST_TENSOR_BYTES = 24;
    private static final int LEAST_KEY_BYTES = 13;
    private static final int USUAL_ALIGNMENT = 32;
    private static final String ALIGNMENT = "general.alignment";

    private GgufReader() {}

    static GgufHeader read(Path file) throws IOException {
        try (GgufInput in = new GgufInput(file)) {
            checkMagic(in);
            checkVersion(in);
            long tensors = in.field("number of tensors").count("tensors", LEAST_TENSOR_BYTES, MOST_TENSORS);
            long keys = in.field("number of keys").count("keys", LEAST_KEY_BYTES, MOST_KEYS);
            Metadata metadata = new Metadata(file.toString(), new MetadataReader(in).read(keys));
            List<Tensor> table = new TensorReader(in, alignment(metadata)).read(tensors);
            return new GgufHeader(metadata, table);
        }
    }

    private static void checkMagic(GgufInput in) throws IOException {
        int magic = in.field("magic").int32();
        if (magic != MAGIC) {
            throw in.wrong("GGUF", String.format("0x%08x", Integer.reverseBytes(magic)));
        }
    }

    private static void checkVersion(GgufInput in) throws IOException {
        int version = in.field("version").int32();
        if (version != 0 && (version & 0xffff) == 0) {
            throw in.wrong("2 or 3, least significant byte first", "a file for big-endian machines");
        }
        if (version != 2 && version != 3) {
            throw in.wrong("2 or 3", Integer.toUnsignedString(version));
        }
    }

    private static int alignment(Metadata metadata) throws GgufException {
        int alignment = metadata.number(ALIGNMENT).orElse(USUAL_ALIGNMENT);
        if (Integer.bitCount(alignment) != 1) {
            throw metadata.wrong(ALIGNMENT, "a power of two");
        }
        return alignment;
    }
}
