package io.github.vramguard.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one step: it has its old contents or the new ones, and never a part. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Write a file and the directories that it lies in.
     *
     * @param file the file, replaced if it is there
     * @param contents what is to be in it
     * @return the file
     * @throws IOException if it cannot be written; what was there stays
     */
    public static Path write(Path file, byte[] contents) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
        try {
            Files.write(fresh, contents);
            makeReadable(fresh);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Temporary files are for their owner alone, and reports are not. */
    private static void makeReadable(Path file) {
        file.toFile().setReadable(true, false);
    }
}
