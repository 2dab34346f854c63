package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.MemoryTarget.ThisJvm;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Program;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.spi.KnownServers;
import io.github.vramguard.source.spi.MemorySource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The processes that a target has started, by name, and what those of this JVM hold together. */
public final class ProcessesSource implements MemorySource {

    private final Processes processes;
    private final EachProcess resident;
    private final Map<MemoryTarget, Family> families = new HashMap<>();

    public ProcessesSource(Processes processes) {
        this.processes = processes;
        this.resident = new EachProcess(new ProcStatusSource(processes), processes);
    }

    @Override
    public String name() {
        return "processes";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        Origin proc = Origin.exact("/proc");
        return target instanceof ThisJvm
                ? Map.of(Pool.CHILDREN, proc, Pool.DESCENDANTS, proc)
                : Map.of(Pool.CHILDREN, proc);
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        MemoryTarget group = groupOf(target);
        Family family = familyOf(group);
        Set<OneProcess> orphans = family.orphans(processes.of(group));
        family.forgetAllBut(Set.of());
        List<OneProcess> members = processes.membersOf(group);
        if (members.isEmpty() && orphans.isEmpty()) {
            return unread(target);
        }
        Set<OneProcess> descendants = new HashSet<>(members);
        descendants.removeIf(process -> process.pid() == rootOf(group, members));
        Map<Pool, Reading> readings = new HashMap<>();
        if (target instanceof ThisJvm) {
            readings.put(
                    Pool.DESCENDANTS,
                    resident.sums(List.copyOf(descendants)).getOrDefault(Pool.RESIDENT, new Reading.Bytes(0)));
        }
        descendants.removeAll(orphans);
        readings.put(Pool.CHILDREN, new Reading.Processes(descendants, orphans));
        return readings;
    }

    /** What one process has started is known by its tree. */
    private static MemoryTarget groupOf(MemoryTarget target) {
        return target instanceof OneProcess process ? new ProcessTree(process) : target;
    }

    /** This JVM cannot have ended. */
    private Map<Pool, Reading> unread(MemoryTarget target) {
        Gap gap = target instanceof ThisJvm
                ? new Gap(Reason.NOT_SUPPORTED, "there is no /proc to find processes in; Linux has one")
                : new Gap(Reason.PROCESS_GONE, target + " has ended");
        Map<Pool, Reading> gaps = new HashMap<>();
        origins(target).keySet().forEach(pool -> gaps.put(pool, gap));
        return gaps;
    }

    /** The first process of a container is the oldest of them. */
    private static long rootOf(MemoryTarget group, List<OneProcess> members) {
        return group instanceof Container
                ? members.stream()
                        .min(Comparator.comparingLong(OneProcess::started).thenComparingLong(OneProcess::pid))
                        .map(OneProcess::pid)
                        .orElse(0L)
                : Processes.rootOf(group);
    }

    private Family familyOf(MemoryTarget group) {
        return families.computeIfAbsent(group, any -> new Family(processes));
    }

    @Override
    public void look(MemoryTarget target) {
        MemoryTarget group = groupOf(target);
        familyOf(group).of(processes.of(group));
    }

    @Override
    public List<Program> programs(MemoryTarget target, KnownServers known) {
        return processes.programsOf(target, known);
    }
}
