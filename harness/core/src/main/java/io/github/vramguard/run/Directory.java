package io.github.vramguard.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Coordinates JVMs that write to the same directory. */
public final class Directory {

    private Directory() {}

    /**
     * An action that one JVM runs at a time.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface Action<T> {

        /**
         * Runs the action.
         *
         * @return the result
         * @throws IOException if it fails
         */
        T run() throws IOException;
    }

    /**
     * Runs an action while no other JVM runs one in the same directory.
     *
     * @param <T> the result
     * @param directory the directory, made if it is not there
     * @param action the action
     * @return the result
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
