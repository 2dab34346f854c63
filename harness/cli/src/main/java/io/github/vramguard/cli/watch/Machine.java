package io.github.vramguard.cli.watch;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.Sources;
import io.github.vramguard.source.Trial;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The processes of a machine, and the sources of their memory. */
interface Machine {

    /**
     * A process that is running.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    OneProcess process(long pid);

    /**
     * The processes of a container, found anew each time.
     *
     * @throws IllegalArgumentException if there is no such container, or more than one
     */
    Supplier<List<OneProcess>> container(String id);

    /**
     * The processes of a control group, found anew each time.
     *
     * @throws IllegalArgumentException if there is no such group
     */
    Supplier<List<OneProcess>> cgroup(String path);

    /** The processes that hold memory of a GPU, as they are now. */
    List<OneProcess> gpuHolders();

    /** Why the processes that use GPU memory are unknown; empty if they are known. */
    Optional<String> gpuObstacle();

    /** What reads some pools of a process, or all if none is named. */
    MemorySource source(OneProcess process, Set<Pool> pools);

    boolean isRunning(OneProcess process);

    /**
     * This machine.
     *
     * @param sources the names of the only sources to ask; none means all
     */
    static Machine local(Set<String> sources) {
        return new Machine() {
            @Override
            public OneProcess process(long pid) {
                return Targets.process(pid);
            }

            @Override
            public Supplier<List<OneProcess>> container(String id) {
                MemoryTarget container = Targets.container(id);
                return () -> Processes.ofThisMachine().membersOf(container);
            }

            @Override
            public Supplier<List<OneProcess>> cgroup(String path) {
                MemoryTarget group = Targets.cgroup(path);
                return () -> Processes.ofThisMachine().membersOf(group);
            }

            @Override
            public List<OneProcess> gpuHolders() {
                return Sources.gpuHolders();
            }

            @Override
            public Optional<String> gpuObstacle() {
                return gpuHolders().isEmpty()
                        ? Machine.gpuObstacle(
                                Sources.of(Targets.thisJvm(), sources).trials())
                        : Optional.empty();
            }

            @Override
            public MemorySource source(OneProcess process, Set<Pool> pools) {
                return Sources.watching(process, sources).only(pools);
            }

            @Override
            public boolean isRunning(OneProcess process) {
                return Targets.isRunning(process);
            }
        };
    }

    /** Only an exact source tells processes apart; the refusals say why there is none. */
    static Optional<String> gpuObstacle(List<Trial> trials) {
        List<Trial> ofGpus = trials.stream()
                .filter(trial -> trial.pool().isAllocatedByDriver())
                .toList();
        boolean known = ofGpus.stream()
                .anyMatch(trial -> trial.passed() && trial.origin().quality() == Quality.EXACT);
        return known
                ? Optional.empty()
                : Optional.of(ofGpus.stream()
                        .filter(trial -> !trial.passed())
                        .map(trial -> trial.reading().toString())
                        .distinct()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("no source of GPU memory distinguishes processes"));
    }
}
