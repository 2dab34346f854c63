package io.github.vramguard.cli.watch;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.spi.MemorySource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A machine whose processes come, go and hold what a test says. */
final class ScriptedMachine implements Machine {

    private final List<OneProcess> running = new ArrayList<>();
    private final Set<Long> inContainer = new LinkedHashSet<>();
    private final Set<Long> inGroup = new LinkedHashSet<>();
    private final SortedMap<Pool, Reading> readings = new TreeMap<>();
    private Optional<String> gpuObstacle = Optional.empty();

    ScriptedMachine running(long pid, String command) {
        running.add(new OneProcess(pid, pid, command));
        return this;
    }

    ScriptedMachine inContainer(long pid, String command) {
        inContainer.add(pid);
        return running(pid, command);
    }

    ScriptedMachine inGroup(long pid, String command) {
        inGroup.add(pid);
        return running(pid, command);
    }

    ScriptedMachine reading(Pool pool, Reading reading) {
        readings.put(pool, reading);
        return this;
    }

    ScriptedMachine withoutGpu(String obstacle) {
        gpuObstacle = Optional.of(obstacle);
        return this;
    }

    void end(long pid) {
        running.removeIf(process -> process.pid() == pid);
    }

    @Override
    public OneProcess process(long pid) {
        return running.stream()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process with the id " + pid + " is running"));
    }

    @Override
    public Supplier<List<OneProcess>> container(String id) {
        return () -> among(inContainer);
    }

    @Override
    public Supplier<List<OneProcess>> cgroup(String path) {
        return () -> among(inGroup);
    }

    private List<OneProcess> among(Set<Long> pids) {
        return running.stream().filter(process -> pids.contains(process.pid())).toList();
    }

    @Override
    public List<OneProcess> gpuHolders() {
        return List.copyOf(running);
    }

    @Override
    public Optional<String> gpuObstacle() {
        return gpuObstacle;
    }

    @Override
    public boolean isRunning(OneProcess process) {
        return running.contains(process);
    }

    @Override
    public MemorySource source(OneProcess process, Set<Pool> pools) {
        return new MemorySource() {
            @Override
            public String name() {
                return "script";
            }

            @Override
            public Map<Pool, Origin> origins(MemoryTarget target) {
                Map<Pool, Origin> origins = new TreeMap<>();
                read(target).keySet().forEach(pool -> origins.put(pool, Origin.exact("a script")));
                return origins;
            }

            @Override
            public Map<Pool, Reading> read(MemoryTarget target) {
                Map<Pool, Reading> read = new TreeMap<>(readings);
                read.keySet().removeIf(pool -> !pools.isEmpty() && !pools.contains(pool));
                return read;
            }
        };
    }
}
