package io.github.vramguard.memory;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.util.OptionalLong;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a source reports about one pool: an amount, or a gap with a reason. A pool that could not be read is never 0.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public sealed interface Reading {

    /**
     * Bytes of memory.
     *
     * @param value the bytes
     */
    record Bytes(long value) implements Reading {
        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * Bytes in use of a whole device, by all processes. Two of them can be compared only if the other processes are the same.
     *
     * @param value the bytes
     * @param others the processes besides the target that hold memory of the device, each with its name; empty also where
     *     they cannot be seen
     */
    record DeviceBytes(long value, Set<String> others) implements Reading {
        /** Copies the names. */
        public DeviceBytes {
            others = Set.copyOf(others);
        }

        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * Bytes that a driver allocated for the target, some of them for processes that have ended.
     *
     * @param value the bytes
     * @param holders the processes that have ended and still hold some of it, each with its name
     */
    record StrandedBytes(long value, Set<String> holders) implements Reading {
        /** Copies the names. */
        public StrandedBytes {
            holders = Set.copyOf(holders);
        }

        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * Bytes that several allocators of the process have handed out, such as {@code malloc} and those of libraries.
     *
     * @param value the bytes
     * @param counted the allocators of libraries whose own count is included
     * @param hidden the allocators of libraries whose blocks are not counted, because they keep no count that can be read
     */
    record AllocatedBytes(long value, Set<String> counted, Set<String> hidden) implements Reading {
        /** Copies the names. */
        public AllocatedBytes {
            counted = Set.copyOf(counted);
            hidden = Set.copyOf(hidden);
        }

        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * Bytes of class metadata. They rise for many cycles without any further class, because the JVM profiles methods there.
     *
     * @param value the bytes
     * @param classes the number of loaded classes
     */
    record ClassBytes(long value, long classes) implements Reading {
        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * A number of things.
     *
     * @param value the number
     */
    record Count(long value) implements Reading {
        @Override
        public OptionalLong amount() {
            return OptionalLong.of(value);
        }
    }

    /**
     * Processes, which are counted and can be named.
     *
     * @param descendants those that descend from the target
     * @param orphans those that did so when last seen, and still run although their parent has ended
     */
    record Processes(Set<OneProcess> descendants, Set<OneProcess> orphans) implements Reading {
        /** Copies the sets. */
        public Processes {
            descendants = Set.copyOf(descendants);
            orphans = Set.copyOf(orphans);
        }

        @Override
        public OptionalLong amount() {
            return OptionalLong.of((long) descendants.size() + orphans.size());
        }
    }

    /**
     * Nothing could be read.
     *
     * @param reason the kind of obstacle
     * @param detail what was tried and what would help, for a person to read
     */
    record Gap(Reason reason, String detail) implements Reading {
        @Override
        public OptionalLong amount() {
            return OptionalLong.empty();
        }

        /**
         * Returns the beginning of the detail, for a table or a line of a console.
         *
         * @return its first clause, at most 60 characters of it
         */
        public String brief() {
            return Shortened.clause(detail);
        }

        @Override
        public String toString() {
            return detail;
        }
    }

    /** Why a pool has no reading. */
    enum Reason {
        /** The machine has no such memory. */
        NOT_PRESENT,
        /** The system, its C library or its driver offers no such reading. */
        NOT_SUPPORTED,
        /** The reading exists, but this user may not see it. */
        NO_PERMISSION,
        /** It was switched off by configuration. */
        DISABLED,
        /** No full collection could be confirmed, so that live objects and garbage cannot be told apart. */
        GC_UNCONFIRMED,
        /** The process has ended. */
        PROCESS_GONE,
        /** The device exists, but the library that reads it is missing. */
        LIBRARY_MISSING,
        /** The library exists, but the driver is missing or has another version. */
        NO_DRIVER,
        /** The driver answered that it has no figure. */
        NOT_AVAILABLE,
        /** The process is not in the list of the driver, which does not prove that it holds nothing. */
        PID_NOT_VISIBLE,
        /** The process ids or amounts in the list of the driver are not those of this PID namespace. */
        NAMESPACE_UNTRUSTED,
        /** The answer of the driver has another layout than any known one. */
        ABI_MISMATCH,
        /** The device fell off the bus, or must be reset. */
        GPU_LOST,
        /** There was no answer before the deadline. */
        TIMED_OUT,
        /** The memory is that of several processes, and the share of the target is unknown. */
        NOT_ATTRIBUTABLE,
        /** The answer did not have its documented form. */
        UNPARSABLE,
        /** The level had not settled at the deadline. */
        UNSETTLED
    }

    /**
     * Returns the amount, in the unit of the pool.
     *
     * @return bytes or a count, or empty for a gap
     */
    OptionalLong amount();

    /**
     * Returns how much more this is than an earlier reading of the same pool.
     *
     * @param earlier the earlier reading
     * @return in the unit of the pool, negative if it is less; empty if one of the two is missing
     */
    default OptionalLong minus(Reading earlier) {
        OptionalLong before = earlier.amount();
        OptionalLong now = amount();
        return before.isPresent() && now.isPresent()
                ? OptionalLong.of(now.getAsLong() - before.getAsLong())
                : OptionalLong.empty();
    }

    /**
     * Returns a reading of bytes or of a count, as the unit of the pool requires.
     *
     * @param pool the pool that was read
     * @param amount what was read
     * @return the reading
     */
    static Reading of(Pool pool, long amount) {
        return pool.unit() == Pool.Unit.BYTES ? new Bytes(amount) : new Count(amount);
    }
}
