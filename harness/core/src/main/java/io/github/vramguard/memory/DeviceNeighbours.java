package io.github.vramguard.memory;

import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The other processes on a device at its first reading. Readings of the whole device are comparable only while these remain
 * the same.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class DeviceNeighbours {

    private Optional<Set<String>> first = Optional.empty();

    /** Before the first reading. */
    public DeviceNeighbours() {}

    /**
     * Returns a reading that can be compared with earlier ones.
     *
     * @param pool the pool that was read
     * @param reading what was read
     * @return the reading; a gap if it covers a whole device whose other processes changed since the first one
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
                        pool + " is read for the whole device, and other processes changed: "
                                + moves(before, device.others()) + "; run alone on the device");
    }

    private static String moves(Set<String> before, Set<String> after) {
        Set<String> joined = new TreeSet<>(after);
        joined.removeAll(before);
        Set<String> left = new TreeSet<>(before);
        left.removeAll(after);
        String came = joined.isEmpty() ? "" : String.join(", ", joined) + " started";
        String went = left.isEmpty() ? "" : String.join(", ", left) + " ended";
        return came + (came.isEmpty() || went.isEmpty() ? "" : ", ") + went;
    }
}
