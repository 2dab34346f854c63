package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessesTests {

    /** The fields 4 to 21 of a line. */
    private static final String MIDDLE = " 1 2 3 0 -1 4194304 10 0 0 0 5 6 0 0 20 0 9 0 ";

    private final Processes processes = Processes.ofThisMachine();

    @ParameterizedTest
    @CsvSource({
        "'4711 (java) S', java, true",
        "'4711 (a) b (c)) R', a) b (c), true",
        "'4711 () S', '', true",
        "'4711 (a) S 1 (b) S', a) S 1 (b, true",
        "'4711 (tmux: server) S', tmux: server, true",
        "'4711 () 9 9) S', ) 9 9, true",
        "'4711 (a\nb) S', a b, true",
        "'4711 (java) Z', java, false",
        "'4711 (java) X', java, false"
    })
    void aProcessHasANameAStateAndAStart(String beginning, String command, boolean alive) {
        assertThat(ProcStat.parse(beginning + MIDDLE + "12345 17 18\n"))
                .isEqualTo(Optional.of(new ProcStat(command, alive, 1, 12345)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711 (java) S 1 4711\n", "no such process"})
    void aTruncatedLineIsNoProcess(String line) {
        assertThat(ProcStat.parse(line)).isEmpty();
    }

    @Property
    void anythingElseIsNoProcess(@ForAll String line) {
        assertThat(ProcStat.parse(line)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunningProcessIsFoundUntilItEnds() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        OneProcess target = Targets.process(child.pid());
        assertThat(target.command()).isEqualTo("sleep");
        assertThat(processes.of(target)).containsExactly(child.pid());
        child.destroyForcibly().waitFor();
        await().until(() -> processes.of(target).isEmpty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Targets.process(child.pid()))
                .withMessage("no process with the id %d is running", child.pid());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLaterProcessOfTheSameIdIsAnotherOne() {
        OneProcess self = Targets.process(ProcessHandle.current().pid());
        OneProcess before = new OneProcess(self.pid(), self.started() - 1, self.command());
        assertThat(processes.of(self)).containsExactly(self.pid());
        assertThat(processes.of(before)).isEmpty();
        assertThat(new ProcStatusSource(processes).read(before).get(Pool.RESIDENT))
                .isEqualTo(new Gap(Reason.PROCESS_GONE, before + " has ended"));
        assertThat(new ProcTaskSource(processes).read(before).get(Pool.FILES)).isInstanceOf(Gap.class);
    }

    @Test
    void whatIsNoProcessIsNotAmongAll(@TempDir Path proc) throws IOException {
        for (String name : List.of("4711", "17", "self", "meminfo", "irq", "1".repeat(19))) {
            Files.createDirectories(proc.resolve(name));
        }
        assertThat(new Processes(proc).all()).containsExactly(17L, 4711L);
        assertThat(new Processes(proc.resolve("none")).all()).isEmpty();
    }

    @Test
    void aZombieRunsNoMore(@TempDir Path proc) throws IOException {
        Path process = Files.createDirectories(proc.resolve("4711"));
        Files.writeString(process.resolve("stat"), "4711 (java) Z" + MIDDLE + "12345 17\n");
        assertThat(new Processes(proc).find(4711)).isEmpty();
        assertThat(new Processes(proc).startOf(4711)).hasValue(12345);
        assertThat(new Processes(proc).nameOf(4711)).isEqualTo("pid 4711");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryOfAnotherProcessIsRead() throws IOException {
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        try {
            OneProcess target = Targets.process(child.pid());
            Sources sources = Sources.of(target, Set.of());
            assertThat(sources.read(target).get(Pool.RESIDENT).amount().orElseThrow())
                    .isPositive();
            assertThat(sources.read(target).get(Pool.THREADS).amount()).hasValue(1);
            assertThat(sources.origins(target)).doesNotContainKeys(Pool.HEAP, Pool.NATIVE);
        } finally {
            child.destroyForcibly();
        }
    }
}
