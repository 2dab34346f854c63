package io.github.vramguard.source;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A snapshot of a tree of 20 processes, of 5 containers, and of both together. The processes are real; the control groups of
 * the containers are files, with two of the processes in each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class ProcessSnapshotBenchmark {

    private static final int PROCESSES = 20;
    private static final int CONTAINERS = 5;

    private Process root;
    private MemoryTarget tree;
    private MemoryTarget containers;
    private MemoryTarget both;
    private Sources ofTree;
    private Sources ofContainers;
    private Sources ofBoth;

    @Setup
    public void start() throws IOException {
        root = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "for i in $(seq " + (PROCESSES - 1) + "); do sleep 600 & done; echo started; wait")
                .start();
        root.inputReader().readLine();
        tree = Targets.tree(root.pid());
        List<Long> pids = root.descendants().map(ProcessHandle::pid).toList();
        List<MemoryTarget> groups = new ArrayList<>();
        for (int i = 0; i < CONTAINERS; i++) {
            Path group = Files.createTempDirectory("group");
            Files.writeString(group.resolve("cgroup.procs"), pids.get(2 * i) + "\n" + pids.get(2 * i + 1) + "\n");
            Files.writeString(group.resolve("memory.stat"), "anon 4096\nshmem 0\n");
            groups.add(new Container("container " + i, group.toString()));
        }
        containers = Targets.together(groups);
        both = Targets.together(List.of(tree, containers));
        ofTree = sources(tree);
        ofContainers = sources(containers);
        ofBoth = sources(both);
    }

    private static Sources sources(MemoryTarget target) {
        Sources sources = Sources.of(target, Set.of("proc-status", "proc-task", "processes", "cgroup"));
        if (sources.read(target).values().stream().anyMatch(Gap.class::isInstance)) {
            throw new IllegalStateException(sources.read(target).toString());
        }
        return sources;
    }

    @TearDown
    public void end() {
        root.descendants().forEach(ProcessHandle::destroyForcibly);
        root.destroyForcibly();
    }

    @Benchmark
    public Map<Pool, Reading> aTreeOf20Processes() {
        return ofTree.read(tree);
    }

    @Benchmark
    public Map<Pool, Reading> fiveContainers() {
        return ofContainers.read(containers);
    }

    @Benchmark
    public Map<Pool, Reading> aTreeAndFiveContainers() {
        return ofBoth.read(both);
    }
}
