package io.github.vramguard.rule;

import io.github.vramguard.memory.Pool;

/**
 * The residual that one run may have.
 *
 * <p>Measured with ONNX Runtime on a 2-core machine: a first use left 8 MiB of native memory, 10 MiB of resident memory or,
 * depending on its allocator, 16 and 32 MiB more, one thread and five files; a model of 16 MiB that was not closed left 17 MiB
 * of native memory, and one of llama.cpp 27. Direct buffers have the most room, because the JDK keeps one for each thread
 * that reads or writes a file, as large as the largest piece. A GPU context takes up to about 1 GiB, as others report.
 *
 * @param warm the most that clean code was seen to leave once it is warm
 * @param firstUse the most that clean code was seen to leave when it ran for the first time
 */
record OneRunTolerance(long warm, long firstUse) {

    private static final long MIB = 1024 * 1024;

    static OneRunTolerance of(Pool pool) {
        return switch (pool.nature()) {
            case DEVICE -> new OneRunTolerance(2 * MIB, 1024 * MIB);
            case OBJECTS -> new OneRunTolerance(MIB, 8 * MIB);
            case BUFFERS -> new OneRunTolerance(64 * 1024, 32 * MIB);
            case CLASSES, BLOCKS -> new OneRunTolerance(2 * MIB, 16 * MIB);
            case PAGES -> new OneRunTolerance(16 * MIB, 64 * MIB);
            case FILE_PAGES, THINGS -> new OneRunTolerance(0, 16);
            case PROCESSES -> new OneRunTolerance(0, 0);
        };
    }

    OneRunTolerance atLeast(long tolerance) {
        return new OneRunTolerance(Math.max(warm, tolerance), Math.max(firstUse, tolerance));
    }
}
