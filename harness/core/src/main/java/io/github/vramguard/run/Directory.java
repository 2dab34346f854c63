package io.github.vramguard.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Directories that several JVMs write to in turn. */
public final class Directory {

    private Directory() {}

    /**
     * What one JVM does at a time.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Action<T> {

        /**
         * Do it.
         *
         * @return what comes of it
         * @throws IOException if it fails
         */
        T run() throws IOException;
    }

    /**
     * Do something while no other JVM does so in the same directory.
     *
     * @param <T> what comes of it
     * @param directory the directory, made if it is not there
     * @param action what to do
     * @return what came of it
     * @throws IOException if it fails, the directory cannot be written, another JVM is at it for longer than 30 seconds, or the
     *     thread is interrupted meanwhile
     */
    public static <T> T alone(Path directory, Action<T> action) throws IOException {
        return alone(directory, ExclusiveLock.DEADLINE, action);
    }

    static <T> T alone(Path directory, Duration within, Action<T> action) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(".lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ExclusiveLock.await(channel, file, within);
            return action.run();
        }
    }
}
