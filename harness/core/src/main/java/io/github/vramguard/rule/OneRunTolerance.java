package io.github.vramguard.rule;

import io.github.vramguard.memory.FirstUses;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Use.Kind;
import java.util.Optional;

/**
 * The residual that one run may have.
 *
 * <p>Where it is known what was used for the first time, only that explains a residual: a library as much native memory as it is
 * large itself, a class so much heap and metaspace. Measured on a 2-core machine: ONNX Runtime (27 MiB of library) kept 6 to
 * 17 MiB of native memory, others report 21 MiB for TensorFlow and 50 MiB of resident memory for PyTorch, which are ten times as
 * large; 500 classes of Netty with their first pooled buffers kept 9 MiB of heap. Direct buffers have as much room without a
 * first use, because the JDK keeps one for each thread that reads or writes a file, as large as the largest piece. Where the JVM's
 * own memory is in the reading, a compiler that is still at work explains what it may take for a large method: it was seen to hold
 * 12 MiB when its machine was so busy that it worked for longer than a level is waited for.
 *
 * @param warm the most that clean code was seen to leave once it is warm
 * @param firstUse the most that what was used for the first time explains
 * @param evidence what was used for the first time, as a clause; empty where that is not known
 */
record OneRunTolerance(long warm, long firstUse, Optional<String> evidence) {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    private static final String NOTHING = "nothing was used for the first time";

    /** A library starts threads and opens files of its own. */
    private static final long THINGS_OF_LIBRARIES = 16;

    static OneRunTolerance of(Pool pool, Quality quality, Reading before, FirstUses uses) {
        long warm = warm(pool);
        if (isUnused(pool, before)) {
            return new OneRunTolerance(warm, unknown(pool), Optional.of(pool + " was not used before"));
        }
        boolean isSeen = uses.areKnown() && isOfThisProcess(pool);
        long most = isSeen ? explained(pool, quality, uses) : unknown(pool) + uses.of(Kind.LIBRARY);
        Optional<String> names = uses.named(kinds(pool, quality));
        return new OneRunTolerance(warm, Math.max(warm, most), isSeen ? names.or(() -> Optional.of(NOTHING)) : names);
    }

    static long warm(Pool pool) {
        return switch (pool.nature()) {
            case DEVICE, CLASSES, BLOCKS -> 2 * MIB;
            case OBJECTS -> MIB;
            case BUFFERS -> 64 * KIB;
            case PAGES -> 16 * MIB;
            case FILE_PAGES, THINGS, PROCESSES -> 0;
        };
    }

    /** What clean code was seen to leave when it ran for the first time. */
    private static long unknown(Pool pool) {
        return switch (pool.nature()) {
            case DEVICE -> 1024 * MIB;
            case OBJECTS -> 8 * MIB;
            case BUFFERS -> 32 * MIB;
            case CLASSES, BLOCKS -> 16 * MIB;
            case PAGES -> 64 * MIB;
            case FILE_PAGES, THINGS -> 16;
            case PROCESSES -> 0;
        };
    }

    private static long explained(Pool pool, Quality quality, FirstUses uses) {
        long libraries = uses.of(Kind.LIBRARY);
        long classes = uses.of(Kind.CLASSES);
        return switch (pool.nature()) {
            case DEVICE -> libraries > 0 ? unknown(pool) : 64 * MIB;
            case OBJECTS -> MIB + classes * 24 * KIB;
            case BUFFERS -> unknown(pool);
            case CLASSES -> 2 * MIB + classes * 16 * KIB;
            case BLOCKS -> 2 * MIB + libraries + (quality == Quality.MIXED ? ofTheJvm(uses) : 0);
            case PAGES -> (libraries > 0 ? unknown(pool) : warm(pool)) + libraries + classes * 48 * KIB;
            case FILE_PAGES -> unknown(pool);
            case THINGS ->
                (libraries > 0 ? THINGS_OF_LIBRARIES : 0)
                        + classes / 100
                        + (pool.equals(Pool.FILES) ? uses.of(Kind.FILE) : 0);
            case PROCESSES -> 0;
        };
    }

    /** What the JVM takes for itself. */
    private static long ofTheJvm(FirstUses uses) {
        return 4 * MIB + uses.of(Kind.CLASSES) * 16 * KIB + uses.of(Kind.COMPILER) * 16 * MIB;
    }

    private static boolean isUnused(Pool pool, Reading before) {
        return pool.isAllocatedByDriver() && before.amount().orElse(1) == 0;
    }

    /** Only into this process there is a look of which nothing is missing. */
    private static boolean isOfThisProcess(Pool pool) {
        return !pool.equals(Pool.CONTAINER) && !pool.equals(Pool.DESCENDANTS);
    }

    private static Kind[] kinds(Pool pool, Quality quality) {
        return switch (pool.nature()) {
            case BLOCKS ->
                quality == Quality.MIXED
                        ? new Kind[] {Kind.LIBRARY, Kind.COMPILER, Kind.CLASSES}
                        : new Kind[] {Kind.LIBRARY};
            case OBJECTS, CLASSES -> new Kind[] {Kind.CLASSES};
            case THINGS -> new Kind[] {Kind.LIBRARY, Kind.FILE, Kind.CLASSES};
            default -> new Kind[] {Kind.LIBRARY};
        };
    }

    /** What a reading may have without a first use. */
    private static String others(Pool pool) {
        return switch (pool.nature()) {
            case BLOCKS -> "the reading includes memory of the JVM itself";
            case BUFFERS -> "the JDK keeps a buffer for each thread that reads or writes a file";
            case DEVICE -> "a driver loads code late";
            default -> "others use it, too";
        };
    }

    OneRunTolerance atLeast(long tolerance) {
        return new OneRunTolerance(Math.max(warm, tolerance), Math.max(firstUse, tolerance), evidence);
    }

    /** Whether a first use explains a residual, as a clause. */
    String explanation(Pool pool, long residual) {
        String inThisRun =
                evidence.map(clause -> ": " + clause + " in this run").orElse("");
        if (residual <= firstUse && evidence.filter(NOTHING::equals).isPresent()) {
            return "which others than the test may hold: " + others(pool);
        }
        if (residual <= firstUse) {
            return "which a first use can explain" + inThisRun;
        }
        return firstUse == 0
                ? "a first use does not explain it"
                : "more than a first use explains (" + pool.format(firstUse) + ")" + inThisRun;
    }
}
