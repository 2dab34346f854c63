package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Memory that is charged to a container, by either version of control groups: what its processes took, pinned or had swapped
 * out. Pages of files are left out, because the first one to touch a file is charged for it.
 */
final class CgroupSource implements MemorySource {

    private final Processes processes;
    private final Path hierarchies;

    CgroupSource(Processes processes) {
        this(processes, Path.of("/sys/fs/cgroup"));
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
        Path unified = Path.of(container.cgroup());
        Path charged = Files.exists(unified.resolve("memory.stat")) ? unified : ofMemory(unified);
        try {
            MemoryStat stat = MemoryStat.read(charged);
            OptionalLong bytes = stat.taken();
            return bytes.isPresent()
                    ? new Reading.Bytes(bytes.getAsLong())
                    : new Gap(Reason.NOT_SUPPORTED, charged + "/memory.stat has neither anon nor total_rss");
        } catch (IOException e) {
            return Files.isDirectory(unified)
                    ? new Gap(
                            Reason.NOT_SUPPORTED,
                            "no memory is charged to " + charged
                                    + "; switch the memory controller of control groups on")
                    : new Gap(Reason.PROCESS_GONE, container + " has ended: there is no " + unified);
        }
    }

    /** In the first version each controller has a hierarchy of its own, with the same path below it. */
    private Path ofMemory(Path group) {
        return processes.of(new Container("", group.toString())).stream()
                .flatMap(pid -> processes.groupOfMemory(pid).stream())
                .map(path -> hierarchies.resolve("memory").resolve(path))
                .findFirst()
                .orElse(group);
    }
}
