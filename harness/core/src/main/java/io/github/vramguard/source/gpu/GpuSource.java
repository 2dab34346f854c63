package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Reading.StrandedBytes;
import io.github.vramguard.source.linux.Family;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a driver booked for the processes of the target, on each of its GPUs.
 *
 * <p>That an empty list means nothing is held is known only once a list has had an amount in it: some drivers never tell
 * amounts, or tell them to nobody in a container. Until then a reading is one of the whole device, of which the target holds
 * nothing; and where the driver then has no amount for the target, what the device has in use above that stands in for it.
 */
public final class GpuSource implements MemorySource {

    private static final System.Logger LOGGER = System.getLogger(GpuSource.class.getName());
    private static final Gap SILENCE = new Gap(Reason.UNPARSABLE, "the driver said nothing about this GPU");
    private static final Set<Reason> WITHOUT_AMOUNTS =
            EnumSet.of(Reason.NOT_AVAILABLE, Reason.NAMESPACE_UNTRUSTED, Reason.PID_NOT_VISIBLE);

    private final GpuDriver driver;
    private final GpuNumbers numbers;
    private final Processes processes;
    private final Family family;
    private final Set<String> telling = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Map<String, Long> bases = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    public GpuSource(GpuDriver driver, GpuNumbers numbers, Processes processes) {
        this.driver = driver;
        this.numbers = numbers;
        this.processes = processes;
        this.family = new Family(processes);
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
            if (driver.booksHostMemory()) {
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
        family.keep(allocations.values().stream()
                .flatMap(booked -> holders(booked.device()))
                .collect(Collectors.toSet()));
        each((number, gpu) ->
                learn(gpu.id(), allocations.getOrDefault(gpu.id(), Allocations.unreadable(SILENCE)), pids));
        Map<String, Reading> used = telling.size() < numbers.of(driver).size() ? driver.used() : Map.of();
        each((number, gpu) -> {
            Allocations booked = allocations.getOrDefault(gpu.id(), Allocations.unreadable(SILENCE));
            Reading held = held(booked.device(), pids, now.isEmpty(), target);
            readings.put(
                    Pool.gpu(number),
                    telling.contains(gpu.id())
                            ? named(held, booked.device())
                            : onWholeDevice(gpu, held, used.getOrDefault(gpu.id(), SILENCE)));
            booked.host()
                    .ifPresent(host -> readings.put(Pool.gpuHost(number), held(host, pids, now.isEmpty(), target)));
        });
        return readings;
    }

    private static Stream<Long> holders(ProcessAccounting ledger) {
        return ledger.entries().entrySet().stream()
                .filter(entry -> entry.getValue().amount().orElse(1) > 0)
                .map(Map.Entry::getKey);
    }

    private Reading named(Reading held, ProcessAccounting ledger) {
        Set<String> ended = family.ended(holders(ledger));
        return held instanceof Bytes bytes && !ended.isEmpty() ? new StrandedBytes(bytes.value(), ended) : held;
    }

    private void learn(String gpu, Allocations booked, Set<Long> pids) {
        boolean tells = booked.device().entries().values().stream()
                .anyMatch(entry -> entry.amount().orElse(0) > 0);
        boolean looksUpEachProcess = booked.device().holders().isEmpty()
                && booked.device().of(pids).amount().isPresent();
        if (!whole.contains(gpu) && (tells || looksUpEachProcess)) {
            telling.add(gpu);
            others.remove(gpu);
        }
        if (!telling.contains(gpu)) {
            others.put(gpu, processes.namesOf(booked.device().holders().orElse(Set.of()), pids));
        }
    }

    /** What an ended target holds through a process that it left behind, or through a driver that is late, is its own. */
    private static Reading held(ProcessAccounting ledger, Set<Long> pids, boolean ended, MemoryTarget target) {
        Reading held = ledger.of(pids);
        return ended && held.amount().orElse(0) == 0 ? new Gap(Reason.PROCESS_GONE, target + " has ended") : held;
    }

    private Reading onWholeDevice(Gpu gpu, Reading held, Reading used) {
        if (!(used instanceof Bytes device)) {
            return held;
        }
        if (held instanceof Gap gap && WITHOUT_AMOUNTS.contains(gap.reason()) && bases.containsKey(gpu.id())) {
            if (whole.add(gpu.id())) {
                LOGGER.log(System.Logger.Level.WARNING, "{0} is read as a whole from now on: {1}", gpu, gap.detail());
            }
        } else if (held instanceof Bytes && !whole.contains(gpu.id())) {
            bases.put(gpu.id(), device.value());
        }
        return whole.contains(gpu.id()) || held instanceof Bytes ? aboveBase(gpu.id(), device) : held;
    }

    private DeviceBytes aboveBase(String gpu, Bytes used) {
        return new DeviceBytes(used.value() - bases.getOrDefault(gpu, 0L), others.getOrDefault(gpu, Set.of()));
    }

    @Override
    public Map<Pool, Reading> readFast(MemoryTarget target) {
        return driver.bookingsDisturb() && numbers.refusal(driver).isEmpty() ? wholeDevices() : read(target);
    }

    private Map<Pool, Reading> wholeDevices() {
        Map<String, Reading> used = driver.used();
        Map<Pool, Reading> readings = new HashMap<>();
        each((number, gpu) -> {
            Reading reading = used.getOrDefault(gpu.id(), SILENCE);
            readings.put(Pool.gpu(number), reading instanceof Bytes bytes ? aboveBase(gpu.id(), bytes) : reading);
        });
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

    /** Of several processes each has a peak of its own, and these need not be at the same time. */
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
