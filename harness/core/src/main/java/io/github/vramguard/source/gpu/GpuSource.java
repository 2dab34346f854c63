package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Reading.StrandedBytes;
import io.github.vramguard.source.linux.Family;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a driver allocated for the processes of the target, on each of its GPUs. While the driver does not account for
 * processes, the whole device stands in.
 */
public final class GpuSource implements MemorySource {

    private static final Gap SILENCE = new Gap(Reason.UNPARSABLE, "the driver did not report this GPU");

    private final GpuDriver driver;
    private final GpuNumbers numbers;
    private final Processes processes;
    private final Family family;
    private final WholeDevices fallback;

    public GpuSource(GpuDriver driver, GpuNumbers numbers, Processes processes) {
        this.driver = driver;
        this.numbers = numbers;
        this.processes = processes;
        this.family = new Family(processes);
        this.fallback = new WholeDevices(processes);
    }

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new HashMap<>();
        numbers.refusal(driver).keySet().forEach(pool -> origins.put(pool, Origin.exact(driver.title())));
        each((number, gpu) -> {
            Origin origin = new Origin(driver.title(), gpu.label(), Quality.EXACT, gpu.capacity());
            origins.put(Pool.gpu(number), origin);
            if (driver.includesHostMemory()) {
                origins.put(
                        Pool.gpuHost(number),
                        new Origin(driver.title(), gpu.label(), Quality.EXACT, OptionalLong.empty()));
            }
        });
        return origins;
    }

    private void each(BiConsumer<Integer, Gpu> consumer) {
        numbers.of(driver).forEach(consumer);
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Map<Pool, Reading> readings = new HashMap<>(numbers.refusal(driver));
        if (!readings.isEmpty()) {
            return readings;
        }
        Set<Long> now = processes.of(target);
        Set<Long> pids = family.of(now);
        Map<String, Allocations> allocations = driver.allocations(pids);
        family.forgetAllBut(allocations.values().stream()
                .flatMap(allocated -> holders(allocated.device()))
                .collect(Collectors.toSet()));
        each((number, gpu) -> fallback.learn(gpu.id(), of(gpu, allocations).device(), pids));
        Map<String, Reading> used = fallback.accounted() < numbers.of(driver).size() ? driver.used() : Map.of();
        each((number, gpu) -> {
            Allocations allocated = of(gpu, allocations);
            Reading held = held(allocated.device(), pids, now.isEmpty(), target);
            readings.put(
                    Pool.gpu(number),
                    fallback.isAccounted(gpu.id())
                            ? named(held, allocated.device())
                            : fallback.reading(gpu, held, used.getOrDefault(gpu.id(), SILENCE)));
            allocated
                    .host()
                    .ifPresent(host -> readings.put(Pool.gpuHost(number), held(host, pids, now.isEmpty(), target)));
        });
        return readings;
    }

    private static Allocations of(Gpu gpu, Map<String, Allocations> allocations) {
        return allocations.getOrDefault(gpu.id(), Allocations.unreadable(SILENCE));
    }

    private static Stream<Long> holders(ProcessAccounting accounting) {
        return accounting.entries().entrySet().stream()
                .filter(entry -> entry.getValue().amount().orElse(1) > 0)
                .map(Map.Entry::getKey);
    }

    private Reading named(Reading held, ProcessAccounting accounting) {
        Set<String> ended = family.ended(holders(accounting));
        return held instanceof Bytes bytes && !ended.isEmpty() ? new StrandedBytes(bytes.value(), ended) : held;
    }

    /** What an ended target holds through a process that it left behind, or through a driver that is late, is its own. */
    private static Reading held(ProcessAccounting accounting, Set<Long> pids, boolean ended, MemoryTarget target) {
        Reading held = accounting.of(pids);
        return ended && held.amount().orElse(0) == 0 ? new Gap(Reason.PROCESS_GONE, target + " has ended") : held;
    }

    @Override
    public Map<Pool, Reading> readFast(MemoryTarget target) {
        return driver.allocationsDisturb() && numbers.refusal(driver).isEmpty() ? wholeDevices() : read(target);
    }

    private Map<Pool, Reading> wholeDevices() {
        Map<String, Reading> used = driver.used();
        Map<Pool, Reading> readings = new HashMap<>();
        each((number, gpu) ->
                readings.put(Pool.gpu(number), fallback.aboveBase(gpu.id(), used.getOrDefault(gpu.id(), SILENCE))));
        return readings;
    }

    /** Meets those that come and go between two readings. */
    @Override
    public void look(MemoryTarget target) {
        if (!numbers.of(driver).isEmpty()) {
            family.of(processes.of(target));
        }
    }

    @Override
    public Map<Pool, Reading> peak(MemoryTarget target) {
        Set<Long> pids = processes.of(target);
        Map<String, ProcessAccounting> peaks = driver.peaks(pids);
        Map<Pool, Reading> readings = new HashMap<>();
        each((number, gpu) -> Optional.ofNullable(peaks.get(gpu.id()))
                .ifPresent(peak -> readings.put(Pool.gpu(number), peak(peak, pids))));
        return readings;
    }

    /** Several processes have a peak each, and these need not occur at the same time. */
    private static Reading peak(ProcessAccounting peak, Set<Long> pids) {
        List<Long> holders = peak.entries().entrySet().stream()
                .filter(entry -> pids.contains(entry.getKey()))
                .filter(entry -> entry.getValue().amount().orElse(0) > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (holders.size() > 1) {
            return new Gap(Reason.NOT_ATTRIBUTABLE, holders.size() + " processes hold memory, each with its own peak");
        }
        return peak.of(holders.isEmpty() ? pids : Set.copyOf(holders));
    }

    @Override
    public List<String> weaknesses(MemoryTarget target) {
        return Stream.concat(driver.weaknesses().stream(), numbers.weakness(driver).stream())
                .toList();
    }

    @Override
    public Map<Pool, String> devices() {
        Map<Pool, String> devices = new HashMap<>();
        each((number, gpu) -> devices.put(Pool.gpu(number), gpu.with(driver.branch())));
        return devices;
    }
}
