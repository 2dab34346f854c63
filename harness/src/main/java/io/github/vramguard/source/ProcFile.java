package io.github.vramguard.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file of the kernel, read without a channel: those keep a direct buffer for each thread that used one, which would show in
 * what is measured.
 */
final class ProcFile {

    private ProcFile() {}

    static String read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
