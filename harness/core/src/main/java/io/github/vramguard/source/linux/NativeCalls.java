package io.github.vramguard.source.linux;

import com.sun.jna.Native;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Optional;

/**
 * Whether this JVM can call native functions. JNA unpacks a library for that when it is first used, which a file system without
 * execution or another C library prevents; after that, each of its classes fails without the reason.
 */
public final class NativeCalls {

    private NativeCalls() {}

    private static final class Trial {
        static final Optional<Gap> OBSTACLE = obstacle(() -> Native.getNativeSize(long.class));
    }

    /**
     * Returns what prevents them.
     *
     * @return the gap that stands for all that they would have read; empty if nothing prevents them
     */
    public static Optional<Gap> obstacle() {
        return Trial.OBSTACLE;
    }

    static Optional<Gap> obstacle(Runnable firstUse) {
        try {
            firstUse.run();
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(new Gap(
                    Reason.LIBRARY_MISSING,
                    "JNA cannot load its native library, so no native function can be called: " + e.getMessage()
                            + "; set -Djna.tmpdir to a directory that permits execution, or -Djna.boot.library.path to a"
                            + " libjnidispatch.so of this system"));
        }
    }
}
