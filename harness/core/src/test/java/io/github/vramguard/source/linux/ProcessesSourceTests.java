package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who belongs to a target, and who is left behind, on real processes. */
@EnabledOnOs(OS.LINUX)
class ProcessesSourceTests {

    private static final MemoryTarget SELF = Targets.thisJvm();

    private final ProcessesSource source = new ProcessesSource(Processes.ofThisMachine());
    private Process server;
    private long child;

    @BeforeEach
    void aServerWithAChild() throws IOException {
        server = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & echo $!; wait").start();
        child = Sleeping.awaited(Long.parseLong(server.inputReader().readLine()));
    }

    @AfterEach
    void end() {
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
    }

    private Reading.Processes processes(MemoryTarget target) {
        return (Reading.Processes) source.read(target).get(Pool.CHILDREN);
    }

    private static List<Long> pids(Iterable<OneProcess> processes) {
        return StreamSupport.stream(processes.spliterator(), false)
                .map(OneProcess::pid)
                .toList();
    }

    @Test
    void aTargetKnowsItsDescendantsByName() {
        assertThat(processes(Targets.tree(server.pid())))
                .isEqualTo(new Reading.Processes(Set.of(Targets.process(child)), Set.of()));
        assertThat(pids(processes(SELF).descendants())).contains(server.pid(), child);
        assertThat(pids(processes(Targets.process(server.pid())).descendants())).containsExactly(child);
    }

    @Test
    void aChildIsCountedUntilItEnds() throws Exception {
        assertThat(pids(processes(SELF).descendants())).contains(server.pid());
        ProcessHandle.of(child).orElseThrow().destroyForcibly();
        server.destroyForcibly().waitFor();
        await().pollInSameThread()
                .until(() -> !pids(processes(SELF).descendants()).contains(child));
        assertThat(pids(processes(SELF).orphans())).doesNotContain(child, server.pid());
    }

    @Test
    void aChildThatOutlivesItsParentIsAnOrphan() throws Exception {
        assertThat(processes(SELF).orphans()).isEmpty();
        server.destroyForcibly().waitFor();
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(pids(processes(SELF).orphans())).containsExactly(child));
        assertThat(pids(processes(SELF).descendants())).doesNotContain(child);
    }

    @Test
    void aLookIsEnoughToKnowAChildLater() throws Exception {
        source.look(SELF);
        server.destroyForcibly().waitFor();
        assertThat(pids(processes(SELF).orphans())).containsExactly(child);
    }

    @Test
    void aChildThatNobodySawWithItsParentIsAStranger() throws Exception {
        server.destroyForcibly().waitFor();
        assertThat(processes(SELF).orphans()).isEmpty();
        assertThat(pids(processes(SELF).descendants())).doesNotContain(child);
    }

    @Test
    void anOrphanOfARootThatEndedIsStillSeen() throws Exception {
        MemoryTarget tree = Targets.tree(server.pid());
        source.read(tree);
        server.destroyForcibly().waitFor();
        assertThat(pids(processes(tree).orphans())).containsExactly(child);
        ProcessHandle.of(child).orElseThrow().destroyForcibly();
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(source.read(tree).get(Pool.CHILDREN))
                        .isInstanceOfSatisfying(
                                Gap.class, gap -> assertThat(gap.detail()).isEqualTo(tree + " has ended")));
    }

    @Test
    void aSystemWithoutProcIsAGap(@TempDir Path empty) {
        assertThat(new ProcessesSource(new Processes(empty)).read(SELF))
                .containsOnlyKeys(Pool.CHILDREN, Pool.DESCENDANTS)
                .allSatisfy((pool, reading) -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reading.Reason.NOT_SUPPORTED)));
    }

    @Test
    void theFirstProcessOfAContainerIsNoChildOfIt(@TempDir Path group) throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), child + "\n" + server.pid() + "\n");
        Container container = new Container("c", group.toString());
        assertThat(pids(processes(container).descendants())).containsExactly(child);
    }

    @Test
    void inAContainerAnOrphanIsTheOneWhoseParentEnded(@TempDir Path group) throws Exception {
        Path procs = group.resolve("cgroup.procs");
        Files.writeString(procs, "1\n" + child + "\n" + server.pid() + "\n");
        Container container = new Container("c", group.toString());
        source.read(container);
        server.destroyForcibly().waitFor();
        Files.writeString(procs, "1\n" + child + "\n");
        assertThat(pids(processes(container).orphans())).containsExactly(child);
        assertThat(processes(container).descendants()).isEmpty();
    }

    @Test
    void whatChildrenHoldIsAPoolOfThisJvm() {
        await().pollInSameThread().untilAsserted(() -> {
            long each = resident(child) + resident(server.pid());
            assertThat(source.read(SELF).get(Pool.DESCENDANTS).amount().orElseThrow())
                    .isPositive()
                    .isGreaterThanOrEqualTo(each);
        });
        assertThat(source.origins(Targets.tree(server.pid()))).containsOnlyKeys(Pool.CHILDREN);
    }

    private static long resident(long pid) {
        return new ProcStatusSource(Processes.ofThisMachine())
                .read(Targets.process(pid))
                .get(Pool.RESIDENT)
                .amount()
                .orElseThrow();
    }
}
