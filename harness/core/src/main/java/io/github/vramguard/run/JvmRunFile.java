package io.github.vramguard.run;

import io.github.vramguard.run.RunFormat.Line;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file to which one JVM appends its measurements, so that they survive when the JVM is killed. A record that cannot be
 * written is retried with the next one, so that a disk that was full for a while costs nothing.
 */
public final class JvmRunFile implements AutoCloseable {

    /** Beyond all records, because Windows lets no process read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final Path file;
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private @Nullable RandomAccessFile opened;
    private @Nullable IOException trouble;

    private JvmRunFile(Path file) {
        this.file = file;
    }

    static JvmRunFile begin(Path file, JvmRun jvm) {
        FormatRehearsal.once();
        JvmRunFile begun = new JvmRunFile(file);
        begun.write(new Line(jvm, null));
        return begun;
    }

    /**
     * Records a test; a later record of the same test replaces it.
     *
     * @param test the measurements so far, or all of them
     */
    public void add(MeasuredTest test) {
        write(new Line(null, test));
    }

    /**
     * Records that the JVM has ended.
     *
     * @param ended the JVM with its end
     */
    public void end(JvmRun ended) {
        write(new Line(ended, null));
    }

    private synchronized void write(Line line) {
        unwritten.add(RunFormat.line(line));
        try {
            RandomAccessFile open = open();
            while (!unwritten.isEmpty()) {
                append(open, unwritten.element());
                unwritten.remove();
            }
            trouble = null;
        } catch (IOException failed) {
            trouble = failed;
        }
    }

    /** Does not write through its channel, which would retain direct buffers in the measured process. */
    private RandomAccessFile open() throws IOException {
        if (opened == null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            opened = new RandomAccessFile(file.toFile(), "rw");
            try {
                lock(opened.getChannel());
            } catch (IOException thereAreNoLocks) {
                // Without locks, only a visible process shows that its build is alive
            }
        }
        return opened;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false) != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    /** Whether a JVM still records there, even in a container whose processes are invisible; false if files cannot be locked. */
    static boolean isOpen(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (IOException thereAreNoLocks) {
            return false;
        }
    }

    /** All of a record, or nothing of it. */
    private static void append(RandomAccessFile open, byte[] record) throws IOException {
        long end = open.length();
        try {
            open.seek(end);
            open.write(record);
        } catch (IOException failed) {
            cut(open, end, failed);
            throw failed;
        }
    }

    private static void cut(RandomAccessFile open, long end, IOException failed) {
        try {
            open.setLength(end);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    /**
     * Returns what is wrong.
     *
     * @return how many records are not on disk, and why; empty if all are
     */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble)
                .map(failed -> unwritten.size() + (unwritten.size() == 1 ? " record" : " records")
                        + " cannot be written to " + file + ": " + failed
                        + "; free some space, or set vramguard.report.dir to another directory");
    }

    @Override
    public synchronized void close() {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException failed) {
            trouble = failed;
        }
    }
}
