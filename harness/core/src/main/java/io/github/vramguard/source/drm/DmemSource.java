package io.github.vramguard.source.drm;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.source.linux.ControlGroup;
import io.github.vramguard.source.linux.ControlGroups;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** What the kernel charges to the control group of a target, if only the target is in that group. */
public final class DmemSource implements MemorySource {

    private static final String PCI_ADDRESS = "[0-9a-f]{4}:.*";

    private final SortedMap<Integer, Gpu> gpus;
    private final Processes processes;
    private final Path hierarchy;

    public DmemSource(SortedMap<Integer, Gpu> gpus, Processes processes) {
        this(gpus, processes, ControlGroups.MOUNT);
    }

    DmemSource(SortedMap<Integer, Gpu> gpus, Processes processes, Path hierarchy) {
        this.gpus = gpus;
        this.processes = processes;
        this.hierarchy = hierarchy;
    }

    @Override
    public String name() {
        return "dmem";
    }

    /** The controller knows devices by their PCI address, which NVIDIA's driver is not part of. */
    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Map<Pool, Origin> origins = new HashMap<>();
        gpus.forEach((number, gpu) -> {
            if (gpu.id().matches(PCI_ADDRESS)) {
                origins.put(Pool.gpu(number), Origin.exact("dmem of the control group"));
            }
        });
        return origins;
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        Set<Long> own = processes.of(target);
        Optional<ControlGroup> group = own.stream().findFirst().flatMap(pid -> processes.groupOf(pid, hierarchy));
        if (group.isEmpty()) {
            return each(
                    target,
                    gpu -> new Gap(
                            Reason.NOT_SUPPORTED,
                            target + " is in no control group of the second version, or has ended"));
        }
        List<Long> charged = group.get().pids();
        if (!charged.containsAll(own)) {
            return each(
                    target,
                    gpu -> new Gap(
                            Reason.NOT_ATTRIBUTABLE,
                            target + " has processes in several control groups; "
                                    + group.get().directory() + " has only some of them"));
        }
        if (!own.containsAll(charged)) {
            return each(
                    target,
                    gpu -> new Gap(
                            Reason.NOT_ATTRIBUTABLE,
                            group.get().directory() + " has other processes, too; run it in a group of its own, as"
                                    + " systemd-run --scope does"));
        }
        return read(target, group.get());
    }

    private Map<Pool, Reading> read(MemoryTarget target, ControlGroup group) {
        try {
            Map<String, Long> charged = Dmem.of(group.directory()).current();
            return each(target, gpu -> new Bytes(charged.getOrDefault(gpu.id(), 0L)));
        } catch (Refusal refusal) {
            return each(target, gpu -> refusal.gap());
        }
    }

    private Map<Pool, Reading> each(MemoryTarget target, Function<Gpu, Reading> reading) {
        Map<Pool, Reading> readings = new HashMap<>();
        Set<Pool> known = origins(target).keySet();
        gpus.forEach((number, gpu) -> {
            if (known.contains(Pool.gpu(number))) {
                readings.put(Pool.gpu(number), reading.apply(gpu));
            }
        });
        return readings;
    }
}
