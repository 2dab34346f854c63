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
     * The name in the configuration key {@code vramguard.sources}.
     *
     * @return lower case, without blanks
     */
    String name();

    /**
     * What is asked, in the words of a report.
     *
     * @return for instance {@code NVML}
     */
    String title();

    /**
     * The GPUs of this machine that the driver drives. The first call may take seconds, where the driver must start a
     * device.
     *
     * @return the GPUs, by PCI address; at least one
     * @throws Refusal if there is none, or the driver cannot be asked
     */
    List<Gpu> gpus() throws Refusal;

    /**
     * What processes hold now.
     *
     * @param pids the processes of interest, as this process sees their ids; the answer may tell of others, too
     * @return for each GPU of {@link #gpus}, by its id
     */
    Map<String, Allocations> allocations(Set<Long> pids);

    /**
     * What is in use now of whole devices, whoever uses it. This is the cheapest question to a driver.
     *
     * @return bytes or a gap for each GPU of {@link #gpus}, by its id
     */
    Map<String, Reading> used();

    /**
     * Whether asking for the allocations stalls others who work on the device, so that it is not to be done often.
     *
     * @return false unless the driver takes a lock for it
     */
    default boolean bookingsDisturb() {
        return false;
    }

    /**
     * Whether the allocations tell of memory of the host, too.
     *
     * @return false unless the driver keeps such a book
     */
    default boolean booksHostMemory() {
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
     * The most that processes have held since they started, as the driver recorded it at every allocation.
     *
     * @param pids the processes of interest
     * @return for each GPU with such a record, by its id; empty where the driver keeps none
     */
    default Map<String, ProcessAccounting> peaks(Set<Long> pids) {
        return Map.of();
    }

    /**
     * What makes the readings coarser than they could be.
     *
     * @return for each weakness a sentence that names the setting that would mend it
     */
    default List<String> weaknesses() {
        return List.of();
    }
}
