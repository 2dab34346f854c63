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

    /** An amount that is not to be believed. */
    private static final long GARBLED = Long.MIN_VALUE;

    private static final Gap IMPLAUSIBLE = new Gap(
            Reason.ABI_MISMATCH,
            "the driver lists a process that cannot exist, or with more memory than there is; update the driver");

    /** The greatest that Linux allows. */
    private static final long MAX_PID = 1 << 22;

    /** Whether there can be such a process on a device with this much memory. */
    boolean isPlausible(long limit) {
        return isPossible(pid) && (used == NOT_AVAILABLE || (used >= 0 && used <= limit));
    }

    /** The same, without its amount if there cannot be such a process, or it cannot hold as much. */
    ProcessEntry orGarbled(long limit) {
        return isPlausible(limit) ? this : new ProcessEntry(pid, GARBLED);
    }

    static boolean isPossible(long pid) {
        return pid > 0 && pid <= MAX_PID;
    }

    /** Of two lists with the same process; a missing figure stands for less than any amount, and for more than nothing. */
    static long greater(long one, long other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static long rank(long amount) {
        return amount < 0 ? 1 : amount;
    }

    static Reading reading(long amount) {
        if (amount == GARBLED) {
            return IMPLAUSIBLE;
        }
        return amount == NOT_AVAILABLE ? NO_FIGURE : new Bytes(amount);
    }

    @Override
    public String toString() {
        return "process " + pid + " with " + Long.toUnsignedString(used) + " bytes";
    }
}
