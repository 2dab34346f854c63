package io.github.vramguard.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file atomically: it has its old contents or the new ones, never a part. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file, and creates its directories.
     *
     * @param file the file, replaced if it is there
     * @param contents the contents
     * @return the file
     * @throws IOException if it cannot be written; the old file is unchanged then
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

    /** Only the owner can read temporary files, but everyone may read reports. */
    private static void makeReadable(Path file) {
        file.toFile().setReadable(true, false);
    }
}
