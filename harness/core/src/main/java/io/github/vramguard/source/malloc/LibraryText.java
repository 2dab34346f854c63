package io.github.vramguard.source.malloc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Looks for the allocators in the file of a library. */
final class LibraryText {

    /** The largest libraries are those of CUDA, which allocate device memory. */
    private static final long LARGEST = 256L << 20;

    private static final int BLOCK = 64 * 1024;
    private static final int LONGEST = 32;

    private LibraryText() {}

    /** Returns those with a message of theirs in the file; none if it cannot be read. */
    static Set<AllocatorKind> allocatorsIn(Path file) {
        Set<AllocatorKind> found = EnumSet.noneOf(AllocatorKind.class);
        try (InputStream library = Files.newInputStream(file)) {
            if (Files.size(file) <= LARGEST) {
                search(library, found);
            }
        } catch (IOException deletedOrForbidden) {
            return Set.of();
        }
        return found;
    }

    /** The end of each block is looked at again with the next, because a message may lie across the two. */
    private static void search(InputStream library, Set<AllocatorKind> found) throws IOException {
        byte[] block = new byte[LONGEST + BLOCK];
        int kept = 0;
        for (int read = library.read(block, kept, BLOCK); read > 0; read = library.read(block, kept, BLOCK)) {
            int end = kept + read;
            for (AllocatorKind kind : AllocatorKind.values()) {
                if (contains(block, end, kind.signature().getBytes(StandardCharsets.US_ASCII))) {
                    found.add(kind);
                }
            }
            kept = Math.min(LONGEST, end);
            System.arraycopy(block, end - kept, block, 0, kept);
        }
    }

    private static boolean contains(byte[] block, int end, byte[] text) {
        for (int at = 0; at <= end - text.length; at++) {
            if (block[at] == text[0] && Arrays.equals(block, at, at + text.length, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }
}
