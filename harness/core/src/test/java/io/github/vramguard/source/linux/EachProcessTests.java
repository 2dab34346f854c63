package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Sources;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Targets of several processes, on real ones. */
@EnabledOnOs(OS.LINUX)
class EachProcessTests {

    private Process server;
    private long child;

    /** A shell that works for one child at a time. */
    @BeforeEach
    void aServerWithAChild() throws IOException {
        server = new ProcessBuilder("/bin/sh", "-c", "while read command; do sleep 60 & echo $!; done; wait").start();
        child = another();
    }

    @AfterEach
    void end() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
    }

    private long another() throws IOException {
        server.outputWriter().write("start\n");
        server.outputWriter().flush();
        BufferedReader pids = server.inputReader();
        return Sleeping.awaited(Long.parseLong(pids.readLine()));
    }

    private static long amount(MemoryTarget target, Pool pool) {
        return Sources.of(target, Set.of()).read(target).get(pool).amount().orElseThrow();
    }

    @Test
    void aTreeIsTheSumOfItsProcesses() {
        MemoryTarget tree = Targets.tree(server.pid());
        long resident = amount(Targets.process(server.pid()), Pool.RESIDENT);
        assertThat(amount(tree, Pool.RESIDENT)).isEqualTo(resident + amount(Targets.process(child), Pool.RESIDENT));
        assertThat(amount(tree, Pool.THREADS)).isEqualTo(2);
        assertThat(amount(tree, Pool.CHILDREN)).isEqualTo(1);
    }

    @Test
    void aChildThatComesLaterBelongsToTheTree() throws IOException {
        MemoryTarget tree = Targets.tree(server.pid());
        Sources sources = Sources.of(tree, Set.of());
        another();
        assertThat(sources.read(tree).get(Pool.THREADS).amount()).hasValue(3);
        ProcessHandle.of(child).orElseThrow().destroyForcibly();
        Awaitility.await()
                .until(() -> sources.read(tree).get(Pool.THREADS).amount().orElse(0) == 2);
    }

    @Test
    void aTreeWhoseRootEndedIsAGap() throws InterruptedException {
        MemoryTarget tree = Targets.tree(server.pid());
        Sources sources = Sources.of(tree, Set.of());
        server.destroyForcibly().waitFor();
        assertThat(sources.read(tree).get(Pool.RESIDENT)).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.PROCESS_GONE);
            assertThat(gap.detail()).isEqualTo(tree + " has no process any more");
        });
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void aContainerIsTheProcessesOfItsControlGroup(@TempDir Path group) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), server.pid() + "\n" + child + "\n");
        Files.writeString(group.resolve("memory.stat"), "anon 4096\nshmem 0\n");
        Container container = new Container("container c", group.toString());
        assertThat(amount(container, Pool.THREADS)).isEqualTo(2);
        assertThat(amount(container, Pool.CONTAINER)).isEqualTo(4096);
        assertThat(amount(container, Pool.RESIDENT)).isPositive();
    }

    @Test
    void aTreeOfNothingIsRefused() throws InterruptedException {
        server.destroyForcibly().waitFor();
        assertThatIllegalArgumentException().isThrownBy(() -> Targets.tree(server.pid()));
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
    }
}
