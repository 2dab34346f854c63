package io.github.vramguard.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Damage to a sound file. */
final class Patch {

    private static final int VERSION = 4;

    private Patch() {}

    static Path version(Path file, int version) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(VERSION);
            access.writeInt(Integer.reverseBytes(version));
        }
        return file;
    }
}
