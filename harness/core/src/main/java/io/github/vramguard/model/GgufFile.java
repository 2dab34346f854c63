package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The header of a model file, or of all files that a split model consists of: what it says, and its tensors. */
record GgufFile(Metadata metadata, List<Tensor> tensors) {

    /**
     * Read the header of a model. The data of tensors is neither read nor needed: the start of a file will do, up to
     * the end of its table of tensors.
     *
     * @param file a GGUF file of version 2 or 3, or any part of a split one
     * @throws GgufException if it is no such file, or another part is missing
     * @throws IOException if it cannot be read
     */
    static GgufFile read(Path file) throws IOException {
        GgufFile read = GgufReader.read(file);
        return read.metadata().number(SplitFiles.COUNT).orElse(1) > 1 ? SplitFiles.readAll(file, read) : read;
    }
}
