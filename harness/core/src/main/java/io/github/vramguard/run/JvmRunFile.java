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
 * Where one JVM records what it measures, as it does: what was written stays when the JVM is killed. What cannot be written
 * is kept and tried again with the next record, so that a disk that was full for a while costs nothing.
 */
public final class JvmRunFile implements AutoCloseable {

    /** No record reaches that far, and Windows lets nobody read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final Path file;
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private @Nullable RandomAccessFile opened;
    private @Nullable IOException trouble;

    private JvmRunFile(Path file) {
        this.file = file;
    }

    static JvmRunFile begin(Path file, JvmRun jvm) {
        JvmRunFile begun = new JvmRunFile(file);
        begun.write(new Line(jvm, null));
        return begun;
    }

    /**
     * Record a test; a later record of the same test replaces it.
     *
     * @param test what was measured so far, or in all
     */
    public void add(MeasuredTest test) {
        write(new Line(null, test));
    }

    /**
     * Record that the JVM has done all it had to.
     *
     * @param ended the jvm, with its end
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

    /** Nothing is written by its channel, which would keep direct buffers in the process that is measured. */
    private RandomAccessFile open() throws IOException {
        if (opened == null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            opened = new RandomAccessFile(file.toFile(), "rw");
            try {
                lock(opened.getChannel());
            } catch (IOException thereAreNoLocks) {
                // Whether its build is alive is known all the same, if only where its processes can be seen
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

    /** Whether a JVM still records there, be it in a container whose processes cannot be seen; false where there are no locks. */
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
     * What is wrong.
     *
     * @return how many records are not on disk and why, for a person to read; empty if all are
     */
    public synchronized Optional<String> trouble() {
        return Optional.ofNullable(trouble)
                .map(failed ->
                        unwritten.size() + (unwritten.size() == 1 ? " record" : " records") + " of what was measured "
                                + "cannot be written to " + file + ": " + failed
                                + "; make room, or name another directory with vramguard.report.dir");
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
