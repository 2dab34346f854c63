package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.source.drm.DmemSource;
import io.github.vramguard.source.drm.Drm;
import io.github.vramguard.source.gpu.DeviceSource;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.GpuAbsence;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.GpuNumbers;
import io.github.vramguard.source.gpu.GpuSource;
import io.github.vramguard.source.gpu.RememberingDriver;
import io.github.vramguard.source.gpu.TimedDriver;
import io.github.vramguard.source.gpu.VisibleDevices;
import io.github.vramguard.source.linux.OwnContainers;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.nvidia.NvidiaSmi;
import io.github.vramguard.source.nvidia.Nvml;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The GPU drivers of a machine. They are asked for their GPUs once, because that may take seconds. */
final class GpuDrivers {

    private static final class OfThisMachine {
        static final GpuDrivers INSTANCE = new GpuDrivers(Processes.ofThisMachine())
                .with(VisibleDevices.in(System.getenv()), List.of(Nvml.ofThisMachine(), NvidiaSmi.ofThisMachine()))
                .with(VisibleDevices.all(), List.of(Drm.ofThisMachine()));
    }

    /** Without persistence mode, NVML has taken 24 to 30 s on machines with eight GPUs. */
    private static final Duration START = Duration.ofSeconds(60);

    /** nvidia-smi takes up to 6 s; a hanging call never returns. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    /** Half of the shortest time between two scans of all processes. */
    private static final Duration MEMORY = Duration.ofMillis(250);

    private final Processes processes;
    private final Duration start;
    private final List<Runnable> groups = new ArrayList<>();
    private final List<TimedDriver> drivers = new ArrayList<>();
    private final List<GpuDriver> remembering = new ArrayList<>();
    private final List<GpuDriver> meters = new ArrayList<>();

    private GpuNumbers numbers = new GpuNumbers();

    GpuDrivers(Processes processes) {
        this(processes, START);
    }

    GpuDrivers(Processes processes, Duration start) {
        this.processes = processes;
        this.start = start;
    }

    static GpuDrivers ofThisMachine() {
        return OfThisMachine.INSTANCE;
    }

    /**
     * Adds drivers of the same devices.
     *
     * @param visible which of the devices come first
     * @param ofOneVendor the most trusted first
     */
    GpuDrivers with(VisibleDevices visible, List<GpuDriver> ofOneVendor) {
        List<TimedDriver> timed = ofOneVendor.stream()
                .map(driver -> TimedDriver.within(start, DEADLINE, driver))
                .toList();
        drivers.addAll(timed);
        timed.forEach(driver -> remembering.add(RememberingDriver.upTo(MEMORY, driver)));
        Runnable assignment = () -> assign(timed, visible);
        groups.add(assignment);
        assignment.run();
        return this;
    }

    private void assign(List<? extends GpuDriver> timed, VisibleDevices visible) {
        numbers.assign(timed, visible);
        timed.stream()
                .filter(driver -> numbers.refusal(driver).isEmpty())
                .findFirst()
                .ifPresent(meters::add);
    }

    /** A driver that was given up at its start may have ended it since. What was chosen before keeps its numbers. */
    private synchronized void numberAgain() {
        if (drivers.stream().anyMatch(TimedDriver::hasAnsweredLate)) {
            numbers = new GpuNumbers();
            meters.clear();
            groups.forEach(Runnable::run);
        }
    }

    /** Returns the sources: per process first, then whole devices. */
    List<MemorySource> sources() {
        return sources(drivers);
    }

    /** Returns the same sources for reading many processes one after the other. */
    List<MemorySource> sourcesThatRemember() {
        return sources(remembering);
    }

    private synchronized List<MemorySource> sources(List<? extends GpuDriver> perProcess) {
        numberAgain();
        List<MemorySource> sources = new ArrayList<>();
        perProcess.forEach(driver -> sources.add(new GpuSource(driver, numbers, processes)));
        sources.add(new EachPart(new DmemSource(listed(), processes), OwnContainers.ofThisJvm()));
        sources.add(new DeviceSource(meters, numbers, processes));
        sources.add(new GpuAbsence("NVIDIA, AMD or Intel"));
        return sources;
    }

    private SortedMap<Integer, Gpu> listed() {
        SortedMap<Integer, Gpu> gpus = new TreeMap<>();
        meters.forEach(driver -> gpus.putAll(numbers.of(driver)));
        return gpus;
    }

    /** Returns all processes that hold memory of a GPU, as far as its driver lists them. */
    List<OneProcess> holders() {
        return meters.stream()
                .flatMap(driver -> driver.allocations(Set.of()).values().stream())
                .flatMap(allocated -> allocated.device().entries().keySet().stream())
                .distinct()
                .map(processes::find)
                .flatMap(Optional::stream)
                .toList();
    }
}
