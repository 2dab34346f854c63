package io.github.vramguard.source.spi;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Use;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads pools of a target from the machine.
 *
 * <p>Implementations on the class path are found with {@link java.util.ServiceLoader} and asked before the built-in ones.
 * They never throw for conditions of the machine: an obstacle is a {@link Reading.Gap}. A source is used by one thread at a
 * time.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public interface MemorySource {

    /**
     * Returns the name of this source in the configuration key {@code vramguard.sources}.
     *
     * @return lower case, without blanks
     */
    String name();

    /**
     * Returns the pools that this source can read for a target in principle, whether or not they are readable at the moment.
     *
     * @param target whose memory
     * @return by pool, where its readings come from; empty for a target that this source cannot see
     */
    Map<Pool, Origin> origins(MemoryTarget target);

    /**
     * Reads all pools now, without disturbing the target.
     *
     * @param target whose memory
     * @return a reading or a gap for each pool of {@link #origins}
     */
    Map<Pool, Reading> read(MemoryTarget target);

    /**
     * Reads cheaply, to follow a peak: where {@link #read} would disturb other processes, the memory in use of whole devices
     * stands in for the memory of the target.
     *
     * @param target whose memory
     * @return a reading or a gap for each pool of {@link #origins}; those of {@link #read} by default
     */
    default Map<Pool, Reading> readFast(MemoryTarget target) {
        return read(target);
    }

    /**
     * Returns the most that the target has held since it started, where the system records that at every allocation.
     *
     * @param target whose memory
     * @return a reading or a gap for the pools with such a record; none by default
     */
    default Map<Pool, Reading> peak(MemoryTarget target) {
        return Map.of();
    }

    /**
     * Looks for short-lived processes, which will have ended before the next reading. Called a few times a second while the
     * code under test runs, so that it must be cheap.
     *
     * @param target whose memory
     */
    default void look(MemoryTarget target) {}

    /**
     * Returns the servers among the processes of the target, as they were started: their memory use by design depends on that.
     *
     * @param target whose memory
     * @param known recognizes servers
     * @return the servers that run now; none by default
     */
    default List<Program> programs(MemoryTarget target, KnownServers known) {
        return List.of();
    }

    /**
     * Returns what the target has used by now and whose first use may keep memory: libraries, classes, files that stay open. What
     * was once returned is returned again.
     *
     * @param target whose memory
     * @return the uses; none by default, which means that they cannot be seen
     */
    default List<Use> uses(MemoryTarget target) {
        return List.of();
    }

    /**
     * Releases what is not in use, so that the next readings show only what is: garbage, caches of an allocator.
     *
     * @param target whose memory
     * @return the pools that cannot be read because that failed, with the reason; empty if it succeeded
     */
    default Map<Pool, Reading.Gap> reclaim(MemoryTarget target) {
        return Map.of();
    }

    /**
     * Returns what makes the readings less precise than they could be.
     *
     * @param target whose memory
     * @return for each weakness a sentence that names the setting that would remove it
     */
    default List<String> weaknesses(MemoryTarget target) {
        return List.of();
    }

    /**
     * Returns a source without pools, for runs that measure nothing.
     *
     * @return the source
     */
    static MemorySource none() {
        return new MemorySource() {
            @Override
            public String name() {
                return "none";
            }

            @Override
            public Map<Pool, Origin> origins(MemoryTarget target) {
                return Map.of();
            }

            @Override
            public Map<Pool, Reading> read(MemoryTarget target) {
                return Map.of();
            }
        };
    }

    /**
     * Returns the hardware that is read, as far as the amounts depend on it.
     *
     * @return for the pool of each GPU its product and the branch of its driver; none by default
     */
    default Map<Pool, String> devices() {
        return Map.of();
    }
}
