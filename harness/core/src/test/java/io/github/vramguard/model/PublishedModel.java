package io.github.vramguard.model;

import io.github.vramguard.tinymodel.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A model that many people run, by what the header of its file says of its cache. */
record PublishedModel(
        String name, String architecture, int layers, int embedding, int heads, int kvHeads, int headLength) {

    /** A file that has the header alone. */
    Path writeTo(Path file) throws IOException {
        return new GgufWriter()
                .text("general.architecture", architecture)
                .uint32(architecture + ".block_count", layers)
                .uint32(architecture + ".context_length", 32_768)
                .uint32(architecture + ".vocab_size", 32_000)
                .uint32(architecture + ".embedding_length", embedding)
                .uint32(architecture + ".attention.head_count", heads)
                .uint32(architecture + ".attention.head_count_kv", kvHeads)
                .uint32(architecture + ".attention.key_length", headLength)
                .uint32(architecture + ".attention.value_length", headLength)
                .writeTo(file);
    }
}
