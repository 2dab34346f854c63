package io.github.vramguard.tinymodel;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A model with random weights: it talks nonsense, but llama.cpp loads it like any other of its architecture. The same
 * sizes and seed give the same file, byte for byte.
 */
public interface TinyModel {

    /**
     * Write the model as GGUF version 3 with 32-bit floats.
     *
     * @param file where to write it; an existing file is replaced
     * @return the file
     * @throws IOException if the file cannot be written
     */
    Path writeTo(Path file) throws IOException;
}
