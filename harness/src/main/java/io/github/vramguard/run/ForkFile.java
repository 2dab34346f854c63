package io.github.vramguard.run;

import io.github.vramguard.run.RunFormat.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
public final class ForkFile implements AutoCloseable {

    private final Path file;
    private final Deque<byte[]> unwritten = new ArrayDeque<>();
    private @Nullable FileChannel channel;
    private @Nullable IOException trouble;

    private ForkFile(Path file) {
        this.file = file;
    }

    static ForkFile begin(Path file, Fork fork) {
        ForkFile begun = new ForkFile(file);
        begun.write(new Line(fork, null));
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
     * @param ended the fork, with its end
     */
    public void end(Fork ended) {
        write(new Line(ended, null));
    }

    private synchronized void write(Line line) {
        unwritten.add(RunFormat.line(line));
        try {
            FileChannel open = open();
            while (!unwritten.isEmpty()) {
                append(open, unwritten.element());
                unwritten.remove();
            }
            trouble = null;
        } catch (IOException failed) {
            trouble = failed;
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return channel;
    }

    /** All of a record, or nothing of it. */
    private static void append(FileChannel open, byte[] record) throws IOException {
        long end = open.size();
        try {
            ByteBuffer rest = ByteBuffer.wrap(record);
            open.position(end);
            while (rest.hasRemaining()) {
                open.write(rest);
            }
        } catch (IOException failed) {
            open.truncate(end);
            throw failed;
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
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failed) {
            trouble = failed;
        }
    }
}
