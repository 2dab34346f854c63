package io.github.vramguard.source.malloc;

import io.github.vramguard.source.linux.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Pages that {@code malloc} counts as in use and that were never written to, so that no memory backs them. A
 * library may ask for hundreds of megabytes and touch a few; when it forgets to free them, the few are what is lost.
 *
 * <p>Only blocks that glibc gave a mapping of their own are looked at, and of these the large ones: what is untouched in an
 * arena or in a small block is little. Such a mapping begins with the header of its block, and further blocks may follow
 * without a hole. All reads go through {@code /proc}, so that a block freed meanwhile is an error of a read, and not of this
 * process.
 */
final class UntouchedBlocks {

    private static final long LEAST_BLOCK = 1024 * 1024;
    private static final int HEADER = 16;
    private static final long FLAGS = 0x7;
    private static final long MAPPED_ALONE = 0x2;
    private static final long PRESENT_OR_SWAPPED = 0b11L << 62;
    private static final int ENTRIES = 8192;

    private final Path process;
    private final long page;

    /**
     * Looks into a process.
     *
     * @param process its directory in {@code /proc}
     * @param page the bytes of a page
     */
    UntouchedBlocks(Path process, long page) {
        this.process = process;
        this.page = page;
    }

    /**
     * Adds them up.
     *
     * @throws IOException if this process may not look into itself
     */
    long bytes() throws IOException {
        try (FileChannel memory = open("mem");
                FileChannel pages = open("pagemap")) {
            long untouched = 0;
            for (Mapping mapping : mappings()) {
                untouched += untouched(memory, pages, mapping);
            }
            return page * untouched;
        }
    }

    private FileChannel open(String file) throws IOException {
        return FileChannel.open(process.resolve(file), StandardOpenOption.READ);
    }

    private List<Mapping> mappings() throws IOException {
        return Mapping.of(process).stream()
                .filter(Mapping::isAnonymousData)
                .filter(mapping -> mapping.to() - mapping.from() >= LEAST_BLOCK)
                .toList();
    }

    /** Follows the headers from the start of a mapping to the end of the last block in it. */
    private long untouched(FileChannel memory, FileChannel pages, Mapping mapping) throws IOException {
        long untouched = 0;
        long size;
        for (long at = mapping.from(); at < mapping.to(); at += size) {
            size = blockAt(memory, at);
            if (size == 0 || size > mapping.to() - at) {
                break;
            }
            untouched += size > LEAST_BLOCK ? untouched(pages, at, at + size) : 0;
        }
        return untouched;
    }

    /** The size of the block whose header stands there, or 0 if none does. */
    private long blockAt(FileChannel memory, long address) {
        ByteBuffer header = buffer(HEADER);
        try {
            if (memory.read(header, address) < HEADER) {
                return 0;
            }
        } catch (IOException freedMeanwhile) {
            return 0;
        }
        long size = header.getLong(Long.BYTES) & ~FLAGS;
        boolean isBlock =
                header.getLong(0) == 0 && (header.getLong(Long.BYTES) & FLAGS) == MAPPED_ALONE && size % page == 0;
        return isBlock ? size : 0;
    }

    private long untouched(FileChannel pages, long from, long to) throws IOException {
        long untouched = 0;
        for (long at = from / page; at < to / page; at += ENTRIES) {
            ByteBuffer entries = buffer((int) Math.min(ENTRIES, to / page - at) * Long.BYTES);
            pages.read(entries, at * Long.BYTES);
            entries.flip();
            while (entries.remaining() >= Long.BYTES) {
                untouched += (entries.getLong() & PRESENT_OR_SWAPPED) == 0 ? 1 : 0;
            }
        }
        return untouched;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }
}
