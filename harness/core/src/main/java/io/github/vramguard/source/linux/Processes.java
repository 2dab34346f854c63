package io.github.vramguard.source.linux;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.MemoryTarget.StartedContainers;
import io.github.vramguard.memory.MemoryTarget.Together;
import io.github.vramguard.memory.Program;
import io.github.vramguard.source.spi.KnownServers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes that are running now. */
public final class Processes {

    static final Path PROC = Path.of("/proc");

    private static final Pattern PID = Pattern.compile("\\d{1,18}");

    private final Path proc;
    private final Map<MemoryTarget, Set<Long>> members = new HashMap<>();
    private final Map<Long, Optional<OneProcess>> found = new HashMap<>();
    private boolean isReading;

    public Processes(Path proc) {
        this.proc = proc;
    }

    public static Processes ofThisMachine() {
        return new Processes(PROC);
    }

    /** Reads with one look at each process, so that all sources see the same ones; one thread after the other. */
    public synchronized <T> T atOnce(Supplier<T> reading) {
        isReading = true;
        try {
            return reading.get();
        } finally {
            isReading = false;
            members.clear();
            found.clear();
        }
    }

    /** The process of an id, if there is one that has not ended. */
    public Optional<OneProcess> find(long pid) {
        return isReading ? found.computeIfAbsent(pid, this::lookUp) : lookUp(pid);
    }

    private Optional<OneProcess> lookUp(long pid) {
        return ProcStat.of(proc, pid)
                .filter(ProcStat::alive)
                .map(stat -> new OneProcess(pid, stat.started(), stat.command()));
    }

    /**
     * The processes of a target, found anew each time: this JVM comes with all its descendants, because a server may start a
     * process for each model.
     *
     * @return their ids; empty once the target has ended
     */
    public Set<Long> of(MemoryTarget target) {
        if (!isReading) {
            return lookUp(target);
        }
        Set<Long> known = members.get(target);
        return known != null ? known : remembered(target, lookUp(target));
    }

    private Set<Long> remembered(MemoryTarget target, Set<Long> pids) {
        members.put(target, pids);
        return pids;
    }

    private Set<Long> lookUp(MemoryTarget target) {
        Set<Long> pids = new TreeSet<>();
        if (target instanceof Together together) {
            together.parts().forEach(part -> pids.addAll(of(part)));
        } else if (target instanceof StartedContainers) {
            OwnContainers.ofThisJvm().lastKnown().forEach(container -> pids.addAll(of(container)));
        } else if (target instanceof Container container) {
            pids.addAll(new ControlGroup(Path.of(container.cgroup())).pids());
        } else if (isRunning(target)) {
            pids.add(rootOf(target));
            if (!(target instanceof OneProcess)) {
                descendantsOf(target).map(ProcessHandle::pid).forEach(pids::add);
            }
        }
        return pids;
    }

    /** The same with their start times, without those that ended meanwhile. */
    public List<OneProcess> membersOf(MemoryTarget target) {
        return of(target).stream().map(this::find).flatMap(Optional::stream).toList();
    }

    public boolean isRunning(MemoryTarget target) {
        if (target instanceof ProcessTree tree) {
            return isRunning(tree.root());
        }
        return !(target instanceof OneProcess process)
                || find(process.pid())
                        .filter(found -> found.started() == process.started())
                        .isPresent();
    }

    static Stream<ProcessHandle> descendantsOf(MemoryTarget target) {
        return ProcessHandle.of(rootOf(target)).stream().flatMap(ProcessHandle::descendants);
    }

    static long rootOf(MemoryTarget target) {
        if (target instanceof ProcessTree tree) {
            return tree.root().pid();
        }
        return target instanceof OneProcess process
                ? process.pid()
                : ProcessHandle.current().pid();
    }

    /** Returns all processes that are visible here. */
    public Set<Long> all() {
        String[] names = proc.toFile().list();
        return names == null
                ? Set.of()
                : Stream.of(names)
                        .filter(name -> PID.matcher(name).matches())
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns when a process started, in clock ticks since the system did; also of one that was not yet waited for. */
    public OptionalLong startOf(long pid) {
        return statOf(pid).stream().mapToLong(ProcStat::started).findFirst();
    }

    /** Returns what a process has open. */
    public Descriptors openFilesOf(long pid) {
        return new Descriptors(directoryOf(pid));
    }

    /** Returns the directory of a process in {@code /proc}. */
    public Path directoryOf(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    /** Returns the directory of the first process of a target in {@code /proc}. */
    Path directoryOf(MemoryTarget target) {
        return proc.resolve(target instanceof OneProcess process ? Long.toString(process.pid()) : "self");
    }

    /** The names of processes, but for some of them. */
    public Set<String> namesOf(Set<Long> pids, Set<Long> except) {
        return pids.stream()
                .filter(pid -> !except.contains(pid))
                .map(this::nameOf)
                .collect(Collectors.toSet());
    }

    /** The control group of a process, where the second version of them is mounted at a place. */
    public Optional<ControlGroup> groupOf(long pid, Path hierarchy) {
        return Membership.of(directoryOf(pid)).unified().map(path -> new ControlGroup(hierarchy.resolve(path)));
    }

    /** Who a process is; also of one that has ended and was not yet waited for. */
    Optional<ProcStat> statOf(long pid) {
        return ProcStat.of(proc, pid);
    }

    /** The servers among the processes of a target, as they were started. */
    List<Program> programsOf(MemoryTarget target, KnownServers known) {
        return membersOf(target).stream()
                .flatMap(process -> ProcProgram.of(proc, process, known).stream())
                .toList();
    }

    /** The path of the memory group of a process, in the first version of control groups. */
    Optional<String> groupOfMemory(long pid) {
        return Membership.of(directoryOf(pid)).ofMemory();
    }

    /** The name of a process as people know it: {@code python (pid 4711)}. */
    String nameOf(long pid) {
        return find(pid).map(OneProcess::toString).orElse("pid " + pid);
    }
}
