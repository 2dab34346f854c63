package io.github.vramguard.field;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds at one moment.
 *
 * @param malloc bytes that malloc counts as in use
 * @param resident bytes of anonymous memory that are resident
 * @param heap bytes of the Java heap in use
 * @param direct bytes of direct buffers
 * @param metaspace bytes of the metaspace
 * @param mapped bytes of mapped files that are resident
 * @param files open files
 * @param threads threads
 */
record Level(
        double malloc,
        double resident,
        double heap,
        double direct,
        double metaspace,
        double mapped,
        double files,
        double threads) {

    /** The part of the C library that is called. */
    public interface C extends Library {

        C INSTANCE = Native.load("c", C.class);

        Mallinfo2 mallinfo2();

        int malloc_trim(long pad);
    }

    /** {@code struct mallinfo2}. */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class Mallinfo2 extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;
    }

    static Level read() throws IOException {
        C.INSTANCE.malloc_trim(0);
        Mallinfo2 malloc = C.INSTANCE.mallinfo2();
        Runtime runtime = Runtime.getRuntime();
        return new Level(
                malloc.uordblks + malloc.hblkhd,
                kibibytes("RssAnon:") * 1024,
                runtime.totalMemory() - runtime.freeMemory(),
                Beans.direct(),
                Beans.metaspace(),
                kibibytes("RssFile:") * 1024,
                entries("/proc/self/fd"),
                entries("/proc/self/task"));
    }

    private static double kibibytes(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static double entries(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            return entries.count();
        }
    }
}
