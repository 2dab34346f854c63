package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.MemorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Memory that is charged to a container, by either version of control groups: what its processes took, pinned or had swapped
 * out. Pages of files are left out, because the first one to touch a file is charged for it.
 */
public final class CgroupSource implements MemorySource {

    private final Processes processes;
    private final Path hierarchies;
    private final Map<Container, Charge> charges = new ConcurrentHashMap<>();

    public CgroupSource(Processes processes) {
        this(processes, ControlGroups.MOUNT);
    }

    CgroupSource(Processes processes, Path hierarchies) {
        this.processes = processes;
        this.hierarchies = hierarchies;
    }

    @Override
    public String name() {
        return "cgroup";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        return target instanceof Container ? Map.of(Pool.CONTAINER, Origin.exact("cgroup")) : Map.of();
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        return target instanceof Container container ? Map.of(Pool.CONTAINER, read(container)) : Map.of();
    }

    private Reading read(Container container) {
        Optional<Charge> last = Optional.ofNullable(charges.get(container));
        try {
            Charge charge = last.isPresent() ? last.get().next() : Charge.first(chargedGroup(container));
            charges.put(container, charge);
            return charge.reading(container);
        } catch (IOException e) {
            return unread(container, last);
        }
    }

    private Gap unread(Container container, Optional<Charge> last) {
        Path group = Path.of(container.cgroup());
        if (last.isPresent()) {
            return new Gap(Reason.PROCESS_GONE, last.get().end(container));
        }
        return Files.isDirectory(group)
                ? new Gap(
                        Reason.NOT_SUPPORTED,
                        "no memory is charged to " + group + "; switch the memory controller of control groups on")
                : new Gap(Reason.PROCESS_GONE, container + " has ended: there is no " + group);
    }

    private Path chargedGroup(Container container) {
        Path unified = Path.of(container.cgroup());
        return Files.exists(unified.resolve("memory.stat")) ? unified : ofMemory(unified);
    }

    /** In the first version each controller has a hierarchy of its own, where the group has the same name, or is missing. */
    private Path ofMemory(Path group) {
        return processes.of(new Container("", group.toString())).stream()
                .flatMap(pid -> processes.groupOfMemory(pid).stream())
                .flatMap(path -> withThoseAround(Path.of(path)))
                .filter(path -> path.endsWith(group.getFileName()))
                .map(path -> hierarchies.resolve("memory").resolve(path))
                .findFirst()
                .orElse(group);
    }

    /** The processes of a pod are in the groups of its containers. */
    private static Stream<Path> withThoseAround(Path group) {
        return IntStream.rangeClosed(1, group.getNameCount()).mapToObj(depth -> group.subpath(0, depth));
    }
}
