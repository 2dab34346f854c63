package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;

/**
 * A process in a list of the driver.
 *
 * @param pid its id, in whichever namespace
 * @param used bytes, or {@link #NOT_AVAILABLE}
 */
record ProcessEntry(long pid, long used) {

    /** What the driver answers where it has no figure. As a signed number it is below every amount. */
    static final long NOT_AVAILABLE = -1;

    private static final Gap NO_FIGURE = new Gap(
            Reason.NOT_AVAILABLE,
            "the driver lists the process without an amount (N/A), as on Windows and in some virtual machines; the memory"
                    + " in use of the whole device may be known");

    /** The greatest that Linux allows. */
    private static final long MAX_PID = 1 << 22;

    /** Whether there can be such a process on a device with this much memory. */
    boolean isPlausible(long limit) {
        return pid > 0 && pid <= MAX_PID && (used == NOT_AVAILABLE || (used >= 0 && used <= limit));
    }

    static Reading reading(long amount) {
        return amount == NOT_AVAILABLE ? NO_FIGURE : new Bytes(amount);
    }

    @Override
    public String toString() {
        return "process " + pid + " with " + Long.toUnsignedString(used) + " bytes";
    }
}
