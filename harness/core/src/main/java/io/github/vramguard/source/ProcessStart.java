package io.github.vramguard.source;

import io.github.vramguard.source.linux.Processes;
import java.time.Instant;

/**
 * When a process started, the same for all JVMs that ask. Linux counts clock ticks since its own start. The JDK converts them to
 * a time of day by the clock as each JVM finds it, so that two JVMs differ if the clock was set in between.
 */
public final class ProcessStart {

    private ProcessStart() {}

    /**
     * Returns the start of a process, which distinguishes it from later processes with the same id.
     *
     * @param process the process
     * @return clock ticks, or milliseconds since 1970 on systems without {@code /proc}; 0 if neither is known
     */
    public static long of(ProcessHandle process) {
        return Processes.ofThisMachine()
                .startOf(process.pid())
                .orElseGet(() ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
}
