package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks one driver about its GPUs. None of its calls creates a context on a GPU. It is used by one thread at a time.
 *
 * <p>Only {@link #gpus} may refuse; an obstacle that shows later is a gap in the answer.
 */
public interface GpuDriver {

    /**
     * Returns the name in the configuration key {@code vramguard.sources}.
     *
     * @return lower case, without blanks
     */
    String name();

    /**
     * Returns the source of the readings in the words of a report.
     *
     * @return for instance {@code NVML}
     */
    String title();

    /**
     * Returns the GPUs of this machine that the driver drives. The first call may take seconds, where the driver must start a
     * device.
     *
     * @return the GPUs, by PCI address; at least one
     * @throws Refusal if there is none, or the driver cannot be asked
     */
    List<Gpu> gpus() throws Refusal;

    /**
     * Returns what processes hold now.
     *
     * @param pids the processes of interest, as this process sees their ids; the answer may include others, too
     * @return for each GPU of {@link #gpus}, by its id
     */
    Map<String, Allocations> allocations(Set<Long> pids);

    /**
     * Returns the memory in use of whole devices, by all processes. This is the cheapest question to a driver.
     *
     * @return bytes or a gap for each GPU of {@link #gpus}, by its id
     */
    Map<String, Reading> used();

    /**
     * Returns whether asking for the allocations stalls other users of the device, so that it must not be done often.
     *
     * @return false unless the driver takes a lock for it
     */
    default boolean allocationsDisturb() {
        return false;
    }

    /**
     * Returns whether the allocations include host memory.
     *
     * @return false unless the driver accounts for it
     */
    default boolean includesHostMemory() {
        return false;
    }

    /**
     * Returns the branch of the driver. Within a branch, contexts take the same memory; in another they may not.
     *
     * @return for instance {@code driver 570}; by default the version of Linux, which the driver is part of
     */
    default String branch() {
        String[] parts = System.getProperty("os.version").split("[.-]", 3);
        return "Linux " + (parts.length < 2 ? parts[0] : parts[0] + "." + parts[1]);
    }

    /**
     * Returns the most that processes have held since they started, as the driver recorded it at every allocation.
     *
     * @param pids the processes of interest
     * @return for each GPU with such a record, by its id; empty if the driver has none
     */
    default Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return Map.of();
    }

    /**
     * Returns what makes the readings less precise than they could be.
     *
     * @return for each weakness a sentence that names the setting that would remove it
     */
    default List<String> weaknesses() {
        return List.of();
    }
}
