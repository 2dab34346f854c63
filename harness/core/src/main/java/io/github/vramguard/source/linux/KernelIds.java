package io.github.vramguard.source.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process ids that the kernel itself uses. Drivers may report these, whatever ids a container has. */
public final class KernelIds {

    /** {@code PROC_PID_INIT_INO} of the Linux kernel, the inode of the namespace that all others lie in. */
    private static final String FIRST_NAMESPACE = "pid:[4026531836]";

    private KernelIds() {}

    /**
     * Returns whether a {@code /proc} has them.
     *
     * @param proc where it is mounted
     * @return false in a PID namespace other than the first, and where that cannot be seen
     */
    public static boolean areIn(Path proc) {
        try {
            return Files.readSymbolicLink(proc.resolve("self/ns/pid"))
                    .toString()
                    .equals(FIRST_NAMESPACE);
        } catch (IOException e) {
            return false;
        }
    }
}
