package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class RunningProcessTests {

    @Test
    void aProcessRunsUntilItEnds() throws Exception {
        Process child = new ProcessBuilder("sleep", "600").start();
        OneProcess process = Targets.process(child.pid());
        boolean before = Targets.isRunning(process);
        child.destroyForcibly().waitFor();

        assertThat(before).isTrue();
        assertThat(Targets.isRunning(process)).isFalse();
    }

    @Test
    void aLaterProcessOfTheSameIdIsAnother() {
        OneProcess self = Targets.process(ProcessHandle.current().pid());

        assertThat(Targets.isRunning(self)).isTrue();
        assertThat(Targets.isRunning(new OneProcess(self.pid(), self.started() - 1, self.command())))
                .isFalse();
    }
}
