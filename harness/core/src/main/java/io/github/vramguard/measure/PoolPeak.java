package io.github.vramguard.measure;

import io.github.vramguard.memory.DeviceNeighbours;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Follows the peak of one pool. Between two readings of the target, the memory in use of its whole device shows how
 * far the target rose, provided that both have changed by the same amount at the second reading. If not, others changed.
 */
final class PoolPeak {

    /** Two granules of the allocator of a driver. */
    private static final long STIR = 4L << 20;

    private static final Reading NOTHING = new Gap(Reason.UNPARSABLE, "the pool was never read");

    private final Pool pool;
    private final DeviceNeighbours neighbours = new DeviceNeighbours();
    private Reading highest = NOTHING;
    private Reading highestSince = NOTHING;
    private OptionalLong ownLast = OptionalLong.empty();
    private long deviceLast;
    private long deviceHighest;
    private long unattributed = Long.MIN_VALUE;
    private Optional<Gap> missed = Optional.empty();

    PoolPeak(Pool pool) {
        this.pool = pool;
    }

    /** A cheap reading: of the target, or of its device. What a device says waits for the next reading that took longer. */
    void readFast(Reading reading) {
        if (reading instanceof DeviceBytes device) {
            deviceHighest = Math.max(deviceHighest, device.value());
        } else {
            raise(reading);
        }
    }

    /**
     * A reading that took longer.
     *
     * @param before of the device, just before
     * @param own of the target; where its driver cannot tell processes apart, of the device as well
     * @param after of the device, just after
     */
    void read(DeviceBytes before, Reading own, Reading after) {
        readFast(before);
        if (after instanceof Gap gap) {
            miss(gap);
        }
        Reading comparable = neighbours.comparable(pool, own);
        if (comparable instanceof DeviceBytes device) {
            readWhole(device);
        } else if (comparable.amount().isPresent() && after instanceof DeviceBytes device) {
            readFast(after);
            boolean atRest = Math.abs(before.value() - device.value()) <= STIR;
            settle(atRest ? comparable.amount() : OptionalLong.empty(), device.value());
        }
        raise(comparable);
    }

    /** The others are the same as before, so what the device rose by meanwhile is the target's. */
    private void readWhole(DeviceBytes device) {
        if (ownLast.isPresent()) {
            raise(new DeviceBytes(deviceHighest, device.others()));
        }
        startFrom(OptionalLong.of(device.value()), device.value());
    }

    /** Attributes the highest level of the device since the last reading, and starts again from this one. */
    private void settle(OptionalLong own, long device) {
        if (ownLast.isPresent()) {
            long highestOfBoth = ownLast.getAsLong() + deviceHighest - deviceLast;
            if (own.isPresent() && Math.abs(own.getAsLong() - ownLast.getAsLong() - (device - deviceLast)) <= STIR) {
                raise(new Bytes(highestOfBoth));
            } else {
                unattributed = Math.max(unattributed, highestOfBoth);
            }
        }
        startFrom(own, device);
    }

    private void startFrom(OptionalLong own, long device) {
        ownLast = own;
        deviceLast = device;
        deviceHighest = device;
    }

    /** Once other processes have changed on a device that is read as a whole, no later reading shows the peak of the target. */
    private void raise(Reading reading) {
        if (reading instanceof Gap gap) {
            miss(gap);
        }
        highestSince = highestSince.equals(NOTHING) ? reading : ThinnedTrace.higher(highestSince, reading);
        boolean spoilt = highest instanceof Gap gap && gap.reason() == Reason.NOT_ATTRIBUTABLE;
        boolean spoils = reading instanceof Gap gap && gap.reason() == Reason.NOT_ATTRIBUTABLE;
        boolean higher =
                reading.amount().orElse(Long.MIN_VALUE) > highest.amount().orElse(Long.MIN_VALUE);
        if (!spoilt && (spoils || higher || highest.equals(NOTHING))) {
            highest = reading;
        }
    }

    /** Nothing is missed of a target that has ended. */
    private void miss(Gap gap) {
        if (missed.isEmpty() && gap.reason() != Reason.PROCESS_GONE) {
            missed = Optional.of(gap);
        }
    }

    /** The highest reading since this was asked the last time; a gap if there was none. */
    Reading sinceLastAsked() {
        Reading since = highestSince;
        highestSince = NOTHING;
        return since;
    }

    /**
     * The peak so far.
     *
     * @param recordBefore what the driver had recorded as the most the target held, before the first reading
     * @param record the same after the last one
     */
    Peak peak(OptionalLong recordBefore, OptionalLong record) {
        boolean isBeyond = unattributed > highest.amount().orElse(Long.MAX_VALUE);
        OptionalLong beyond = isBeyond ? OptionalLong.of(unattributed) : OptionalLong.empty();
        long seen = highest.amount().orElse(Long.MAX_VALUE);
        Optional<Gap> gap = highest instanceof Gap ? Optional.empty() : missed;
        if (record.isEmpty() || record.getAsLong() < seen) {
            return new Peak(highest, OptionalLong.empty(), beyond, gap);
        }
        boolean isOfThisTime = recordBefore.isEmpty() || record.getAsLong() > recordBefore.getAsLong();
        return isOfThisTime
                ? new Peak(new Bytes(record.getAsLong()), record, OptionalLong.empty(), Optional.empty())
                : new Peak(highest, record, OptionalLong.empty(), gap);
    }
}
