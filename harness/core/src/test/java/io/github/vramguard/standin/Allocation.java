package io.github.vramguard.standin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a stand-in GPU that a process holds, until it is closed or the process ends. */
public final class Allocation implements AutoCloseable {

    private final Path file;

    private Allocation(Path file) {
        this.file = file;
    }

    static Allocation of(Path file, long bytes) throws IOException {
        resize(file, bytes);
        return new Allocation(file);
    }

    /** Makes a file of this size that takes no room. */
    static void resize(Path file, long bytes) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(bytes);
        }
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
