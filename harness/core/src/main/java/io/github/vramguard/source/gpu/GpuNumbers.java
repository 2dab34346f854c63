package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that GPUs have in reports, the same for all drivers of a GPU. A GPU that is there and that no driver can be
 * asked about has a number, too, so that another one does not take its place.
 */
public final class GpuNumbers {

    private final Map<String, SortedMap<Integer, Gpu>> numbered = new HashMap<>();
    private final Map<String, Map<Pool, Gap>> refusals = new HashMap<>();
    private final Map<String, String> weaknesses = new HashMap<>();
    private int next;

    /**
     * Gives the next numbers to the GPUs of some drivers that drive the same ones. The list of the first that has one holds
     * for those after it, which are not asked: that may take seconds.
     *
     * @param drivers the most trusted first
     * @param visible which of them come first
     */
    public void assign(List<? extends GpuDriver> drivers, VisibleDevices visible) {
        SortedMap<Integer, Gpu> gpus = new TreeMap<>();
        boolean isThere = false;
        for (GpuDriver driver : drivers) {
            numbered.put(driver.name(), gpus);
            if (gpus.isEmpty()) {
                isThere |= list(driver, visible, gpus);
            }
        }
        next += gpus.isEmpty() && isThere ? 1 : gpus.size();
    }

    private boolean list(GpuDriver driver, VisibleDevices visible, Map<Integer, Gpu> gpus) {
        try {
            List<Gpu> byAddress = driver.gpus();
            visible.weakness(byAddress).ifPresent(weakness -> weaknesses.put(driver.name(), weakness));
            for (Gpu gpu : visible.order(byAddress)) {
                int number = next + gpus.size();
                if (number < Pool.mostGpus()) {
                    gpus.put(number, gpu);
                }
            }
            return true;
        } catch (Refusal refusal) {
            boolean isThere = refusal.gap().reason() != Reason.NOT_PRESENT;
            int number = isThere ? Math.min(next, Pool.mostGpus() - 1) : 0;
            refusals.put(driver.name(), Map.of(Pool.gpu(number), refusal.gap()));
            return isThere;
        }
    }

    /** The GPUs of a driver, by number. */
    public SortedMap<Integer, Gpu> of(GpuDriver driver) {
        return numbered.getOrDefault(driver.name(), new TreeMap<>());
    }

    /**
     * Why a driver lists no GPU, and where its first one would be; empty if it was not asked, or lists some. What is not
     * there is missed only where there is no GPU at all.
     */
    public Map<Pool, Gap> refusal(GpuDriver driver) {
        return refusals.getOrDefault(driver.name(), Map.of());
    }

    /** Returns why the numbers may differ from those of a program. */
    Optional<String> weakness(GpuDriver driver) {
        return Optional.ofNullable(weaknesses.get(driver.name()));
    }
}
