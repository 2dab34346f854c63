package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CudaProcessesTests {

    @TempDir
    Path root;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theStartOfThisProcessIsThatWhichTheJvmKnows() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        assertThat(Machine.local()
                        .processes()
                        .startOf(ProcessHandle.current().pid())
                        .orElseThrow())
                .isCloseTo(start.toEpochMilli() * 1000, within(TimeUnit.SECONDS.toMicros(2)));
    }

    @Test
    void anUnknownProcessHasNoStart() {
        assertThat(FakeMachine.host(root).processes().startOf(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 (a) S", "7 (a)", "nothing"})
    void aTruncatedFileHasNoStart(String stat) {
        FakeMachine machine =
                FakeMachine.host(root).file("proc/stat", "btime 5\n").file("proc/7/stat", stat);
        assertThat(machine.processes().startOf(7)).isEmpty();
    }

    @Test
    void withoutTheTimeOfTheBootThereIsNoStart() {
        FakeMachine machine =
                FakeMachine.host(root).file("proc/stat", "cpu 1\n").file("proc/7/stat", "7 (a) S" + " 0".repeat(30));
        assertThat(machine.processes().startOf(7)).isEmpty();
    }

    @Test
    void onlyTheUnifiedMemoryDeviceShowsCuda() {
        FakeMachine machine = FakeMachine.host(root)
                .process(1, "/dev/nvidia-uvm")
                .process(2, "/dev/nvidia0", "/dev/nvidia-uvm-tools")
                .foreignProcess(3);
        assertThat(machine.processes().usesCuda(1)).isTrue();
        assertThat(machine.processes().usesCuda(2)).isFalse();
        assertThat(machine.processes().usesCuda(3)).isFalse();
        assertThat(machine.processes().usesCuda(4)).isFalse();
    }

    @Test
    void aProcessThatCannotBeLookedIntoMayUseAGpu() {
        FakeMachine machine = FakeMachine.host(root)
                .process(1, "/dev/null")
                .process(2, "/dev/nvidia1")
                .foreignProcess(3);
        assertThat(machine.processes().mayUseAGpu(1)).isFalse();
        assertThat(machine.processes().mayUseAGpu(2)).isTrue();
        assertThat(machine.processes().mayUseAGpu(3)).isTrue();
        assertThat(machine.processes().mayUseAGpu(4)).isFalse();
    }
}
