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
}
