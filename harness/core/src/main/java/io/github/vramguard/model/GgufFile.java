package io.github.vramguard.model;

import java.io.IOException;
import java.nio.file.Path;

/** A model file, or all files of a split model. */
final class GgufFile {

    private GgufFile() {}

    /**
     * Reads the header of a model. The data of tensors is neither read nor needed: the start of a file is enough, up to
     * the end of its table of tensors.
     *
     * @param file a GGUF file of version 2 or 3, or any part of a split one
     * @throws GgufException if it is no such file, or another part is missing
     * @throws IOException if it cannot be read
     */
    static GgufHeader read(Path file) throws IOException {
        GgufHeader read = GgufReader.read(file);
        return SplitFiles.count(read) > 1 ? SplitFiles.readAll(file, read) : read;
    }
}
