package io.github.vramguard.source.linux;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A file of the kernel, read without a channel: channels retain a direct buffer for each thread, which would show in the
 * measurement.
 */
final class ProcFile {

    /** Longer than what is read of most processes, so that one buffer is enough. */
    private static final int USUAL = 4096;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private ProcFile() {}

    /** Reads a file with one number in it; empty if it has something else, or cannot be read. */
    static OptionalLong number(Path file) {
        try {
            return number(read(file));
        } catch (IOException notThere) {
            return OptionalLong.empty();
        }
    }

    /** Parses a number of at most 18 digits: longer ones, and the word {@code max}, stand for no limit. */
    static OptionalLong number(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches() ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }

    static String read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            byte[] first = new byte[USUAL];
            int length = in.readNBytes(first, 0, USUAL);
            String text = new String(first, 0, length, StandardCharsets.ISO_8859_1);
            return length < USUAL ? text : text + new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
