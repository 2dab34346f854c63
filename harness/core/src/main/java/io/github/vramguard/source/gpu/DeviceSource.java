package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memory in use of whole devices, above that at the first reading: the fallback if no driver accounts per process. Each
 * reading has the other processes on the device, so that levels are compared only while these remain the same.
 */
public final class DeviceSource implements MemorySource {

    private final List<GpuDriver> drivers;
    private final GpuNumbers numbers;
    private final Processes processes;
    private final Map<String, Long> bases = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();
    private boolean othersAreSeen = true;

    public DeviceSource(List<GpuDriver> drivers, GpuNumbers numbers, Processes processes) {
        this.drivers = List.copyOf(drivers);
        this.numbers = numbers;
        this.processes = processes;
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new HashMap<>();
        for (GpuDriver driver : drivers) {
            numbers.of(driver)
                    .forEach((number, gpu) -> origins.put(
                            Pool.gpu(number), new Origin(driver.title(), gpu.label(), Quality.MIXED, gpu.capacity())));
        }
        return origins;
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        if (bases.isEmpty()) {
            drivers.forEach(driver -> bases.putAll(Idleness.of(driver)));
        }
        Set<Long> own = processes.of(target);
        drivers.forEach(driver -> driver.allocations(Set.of()).forEach((id, allocated) -> {
            othersAreSeen &= allocated.device().holders().isPresent();
            others.put(id, processes.namesOf(allocated.device().holders().orElse(Set.of()), own));
        }));
        return readFast(target);
    }

    /** With the other processes of the last reading, because looking for them takes long. */
    @Override
    public Map<Pool, Reading> readFast(MemoryTarget target) {
        Map<Pool, Reading> readings = new HashMap<>();
        for (GpuDriver driver : drivers) {
            Map<String, Reading> used = driver.used();
            numbers.of(driver).forEach((number, gpu) -> readings.put(Pool.gpu(number), aboveBase(gpu, used)));
        }
        return readings;
    }

    private Reading aboveBase(Gpu gpu, Map<String, Reading> used) {
        Reading reading = used.getOrDefault(gpu.id(), new Gap(Reason.UNPARSABLE, "the driver did not report " + gpu));
        Long base = bases.get(gpu.id());
        if (reading.amount().isEmpty()) {
            return reading;
        }
        return base == null
                ? new Gap(
                        Reason.NOT_ATTRIBUTABLE,
                        gpu
                                + " is read for the whole device, and other processes were using it at the start; run alone on the device")
                : new DeviceBytes(reading.amount().getAsLong() - base, others.getOrDefault(gpu.id(), Set.of()));
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return List.of(
                "GPU memory is read for whole devices, not per process"
                        + (othersAreSeen
                                ? "; a verdict needs the other processes on the device to remain the same"
                                : ", and other processes cannot be seen from here; run alone on the device, or with --pid=host"));
    }

    @Override
    public Map<Pool, String> devices() {
        Map<Pool, String> devices = new HashMap<>();
        drivers.forEach(driver ->
                numbers.of(driver).forEach((number, gpu) -> devices.put(Pool.gpu(number), gpu.with(driver.branch()))));
        return devices;
    }
}
