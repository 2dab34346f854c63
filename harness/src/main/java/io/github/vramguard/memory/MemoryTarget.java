package io.github.vramguard.memory;

/** Whose memory is measured. */
public sealed interface MemoryTarget {

    /**
     * The JVM that runs the measurement.
     *
     * @param pid its process id
     */
    record ThisJvm(long pid) implements MemoryTarget {
        @Override
        public String toString() {
            return "this JVM (pid " + pid + ")";
        }
    }

    /**
     * Another process.
     *
     * @param pid its process id
     * @param started when it started, in clock ticks since the system did: a later process of the same id has another value
     * @param command its short name
     */
    record OneProcess(long pid, long started, String command) implements MemoryTarget {
        @Override
        public String toString() {
            return command + " (pid " + pid + ")";
        }
    }
}
