package io.github.vramguard.memory;

import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The other processes on a device, as they were at the first reading of it. Readings of the whole device say something
 * about the target only as long as these stay the same.
 */
public final class DeviceNeighbours {

    private Optional<Set<String>> first = Optional.empty();

    /** Before the first reading. */
    public DeviceNeighbours() {}

    /**
     * A reading that can be compared with those before.
     *
     * @param pool the pool that was read
     * @param reading what was read
     * @return the reading; a gap if it is one of a whole device that others joined or left since the first one
     */
    public Reading comparable(Pool pool, Reading reading) {
        if (!(reading instanceof DeviceBytes device)) {
            return reading;
        }
        if (first.isEmpty()) {
            first = Optional.of(device.others());
        }
        Set<String> before = first.get();
        return before.equals(device.others())
                ? reading
                : new Gap(
                        Reason.NOT_ATTRIBUTABLE,
                        pool + " is read as a whole, and other processes moved: " + moves(before, device.others())
                                + "; run alone on the device");
    }

    private static String moves(Set<String> before, Set<String> after) {
        Set<String> joined = new TreeSet<>(after);
        joined.removeAll(before);
        Set<String> left = new TreeSet<>(before);
        left.removeAll(after);
        String came = joined.isEmpty() ? "" : String.join(", ", joined) + " came";
        String went = left.isEmpty() ? "" : String.join(", ", left) + " left";
        return came + (came.isEmpty() || went.isEmpty() ? "" : ", ") + went;
    }
}
