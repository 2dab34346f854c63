package io.github.vramguard.run;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One JVM that ran tests.
 *
 * @param format the version of the format, {@value #FORMAT}
 * @param build identifies the build; equal for all of its JVMs
 * @param id identifies the JVM
 * @param startedAt when it began, in milliseconds since 1970
 * @param endedAt when it ended, in milliseconds since 1970; null if it was killed or still runs
 * @param measuringMillis the total time of measuring; null if it was killed or still runs
 * @param machine where it ran
 */
public record JvmRun(
        int format,
        String build,
        String id,
        long startedAt,
        @Nullable Long endedAt,
        @Nullable Long measuringMillis,
        Machine machine) {

    /** The version of the format that is written, and the only one that is read. */
    public static final int FORMAT = 1;

    /** Rejects nulls, which a record on disk may contain. */
    public JvmRun {
        Stream.of(build, id, machine).forEach(Objects::requireNonNull);
    }

    /**
     * A JVM that has begun.
     *
     * @param build what all JVMs of its build share
     * @param startedAt when it began, in milliseconds since 1970
     * @param machine where it runs
     * @return the record
     */
    public static JvmRun begun(String build, long startedAt, Machine machine) {
        String id = build + "." + ProcessHandle.current().pid() + "-"
                + Long.toString(ThreadLocalRandom.current().nextLong(1L << 32), 36);
        return new JvmRun(FORMAT, build, id, startedAt, null, null, machine);
    }

    /**
     * The same when it has ended.
     *
     * @param at when, in milliseconds since 1970
     * @param measuring the time that measuring took, in milliseconds
     * @return the record
     */
    public JvmRun ended(long at, long measuring) {
        return new JvmRun(format, build, id, startedAt, at, measuring, machine);
    }
}
