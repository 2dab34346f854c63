package io.github.vramguard.source.linux;

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

    /** Longer than what is read of most processes, so that one buffer is enough. */
    private static final int USUAL = 4096;

    private ProcFile() {}

    static String read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] first = new byte[USUAL];
            int length = in.readNBytes(first, 0, USUAL);
            String text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
            return length < USUAL ? text : text + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
