package io.github.vramguard.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The lock of a file that several JVMs write to in turn. */
public final class ExclusiveLock {

    static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private ExclusiveLock() {}

    /**
     * Wait until no other JVM holds a file. It is held until the channel is closed.
     *
     * @param channel the file, open for writing
     * @param file where it is, for messages
     * @throws IOException if another JVM holds it for longer than 30 seconds, or the thread is interrupted meanwhile
     */
    public static void await(FileChannel channel, Path file) throws IOException {
        await(channel, file, DEADLINE);
    }

    static void await(FileChannel channel, Path file, Duration within) throws IOException {
        long end = System.nanoTime() + within.toNanos();
        while (tryLock(channel).isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while another JVM held " + file);
            }
            if (System.nanoTime() > end) {
                throw new IOException("another JVM has held " + file + " for " + within.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException inThisJvm) {
            return Optional.empty();
        }
    }
}
