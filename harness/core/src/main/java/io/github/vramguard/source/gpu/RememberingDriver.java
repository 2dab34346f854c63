package io.github.vramguard.source.gpu;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A driver whose answers about all processes are reused for a while. Many processes can then be read one after the other at
 * the price of one.
 */
public final class RememberingDriver extends DelegatingDriver {

    private final Duration age;
    private final LongSupplier clock;
    private Map<String, Allocations> last = Map.of();
    private long asked;

    RememberingDriver(GpuDriver driver, Duration age, LongSupplier clock) {
        super(driver);
        this.age = age;
        this.clock = clock;
    }

    /**
     * Returns the same driver with a memory.
     *
     * @param age how old an answer may be
     * @param driver the driver
     * @return the driver
     */
    public static GpuDriver upTo(Duration age, GpuDriver driver) {
        return new RememberingDriver(driver, age, System::nanoTime);
    }

    @Override
    public synchronized Map<String, Allocations> allocations(Set<Long> pids) {
        if (!coverAllProcesses() || clock.getAsLong() - asked > age.toNanos()) {
            last = super.allocations(pids);
            asked = clock.getAsLong();
        }
        return last;
    }

    private boolean coverAllProcesses() {
        return !last.isEmpty()
                && last.values().stream()
                        .allMatch(allocated -> allocated.device().holders().isPresent());
    }
}
