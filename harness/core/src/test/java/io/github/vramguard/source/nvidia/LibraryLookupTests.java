package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import io.github.vramguard.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryLookupTests {

    @TempDir
    Path root;

    private static Gap refusal(Machine machine) {
        return catchThrowableOfType(Refusal.class, () -> new Nvml(machine).gpus())
                .gap();
    }

    @Test
    void theDriversOwnNameIsTriedFirst() {
        assertThat(Machine.local().libraries())
                .startsWith("libnvidia-ml.so.1", "libnvidia-ml.so")
                .contains("/usr/local/nvidia/lib64/libnvidia-ml.so.1");
    }

    @Test
    void aMachineWithoutLibraryAndDeviceHasNoGpu() {
        Gap gap = refusal(FakeMachine.host(root).with("libnone.so.1", root.resolve("none/libnvidia-ml.so.1")));
        assertThat(gap.reason()).isEqualTo(Reason.NOT_PRESENT);
        assertThat(gap.detail()).contains("libnone.so.1", "none/libnvidia-ml.so.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev/nvidia0", "proc/driver/nvidia"})
    void aDeviceWithoutALibraryIsAContainerWithoutTheCapability(String trace) {
        Gap gap = refusal(FakeMachine.host(root).directory(trace).with("libnone.so.1"));
        assertThat(gap.reason()).isEqualTo(Reason.LIBRARY_MISSING);
        assertThat(gap.detail()).contains(trace, "utility", "NVIDIA_DRIVER_CAPABILITIES");
    }

    @Test
    void aFileThatIsNoLibraryIsPassedOver() {
        FakeMachine machine =
                FakeMachine.host(root).file("libnvidia-ml.so.1", "text").directory("dev/nvidia0");
        assertThat(refusal(machine.with(root.resolve("libnvidia-ml.so.1"))).reason())
                .isEqualTo(Reason.LIBRARY_MISSING);
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aMissingCandidateIsPassedOver() throws Refusal {
        StandIn standIn = StandIn.start(root);
        assertThat(new Nvml(FakeMachine.host(root).with("libnone.so.1", standIn.library())).gpus())
                .hasSize(1);
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aStubIsRejectedByItsPath() throws IOException {
        StandIn stub = StandIn.start(Files.createDirectories(root.resolve("stubs")));
        assertThat(refusal(FakeMachine.host(root).with(stub.library())).reason())
                .isEqualTo(Reason.NOT_PRESENT);
    }

    /** A name, or a link, says nothing of where the library lies. */
    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aStubIsRejectedByWhereItWasLoadedFrom() throws IOException {
        StandIn stub = StandIn.start(Files.createDirectories(root.resolve("stubs")));
        Path link = Files.createSymbolicLink(root.resolve("libnvidia-ml.so.1"), stub.library());
        assertThat(refusal(FakeMachine.host(root).with(link)).reason()).isEqualTo(Reason.NOT_PRESENT);
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aLibraryWithoutTheEssentialsIsRefused() {
        StandIn old = StandIn.start(root, "nvmlInit_v2");
        Gap gap = refusal(FakeMachine.host(root).with(old.library()));
        assertThat(gap.reason()).isEqualTo(Reason.ABI_MISMATCH);
        assertThat(gap.detail()).contains("nvmlInit_v2");
    }

    @Test
    void underWslNoLibraryIsTried() {
        assertThat(refusal(FakeMachine.host(root).directory("dev/dxg").with("libnone.so.1")))
                .satisfies(LibraryLookupTests::sendsToNvidiaSmi);
        assertThat(refusal(FakeMachine.host(root.resolve("2")).directory("wsl").with("libnone.so.1")))
                .satisfies(LibraryLookupTests::sendsToNvidiaSmi);
        assertThat(refusal(FakeMachine.host(root.resolve("3"))
                        .file("proc/version", "Linux version 5.15.167.4-microsoft-standard-WSL2")
                        .with("libnone.so.1")))
                .satisfies(LibraryLookupTests::sendsToNvidiaSmi);
    }

    private static void sendsToNvidiaSmi(Gap gap) {
        assertThat(gap.reason()).isEqualTo(Reason.NOT_SUPPORTED);
        assertThat(gap.detail()).contains("WSL", "nvidia-smi");
    }

    @Test
    void anotherKernelIsNoWsl() {
        assertThatThrownBy(() -> new Nvml(FakeMachine.host(root)
                                .file("proc/version", "Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org)")
                                .with("libnone.so.1"))
                        .gpus())
                .hasMessageContaining("no NVIDIA GPU");
    }

    /** The package of a driver is installed, and the machine has no GPU for it. */
    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void anInstalledLibraryIsNotStartedWithoutAGpu() throws IOException {
        StandIn installed = StandIn.start(Files.createDirectories(root.resolve("usr/lib")));
        FakeMachine machine = FakeMachine.host(root).directory("dev/nvidiactl");
        Gap gap = refusal(machine.with(installed.set("rc.nvmlInit_v2", 4).library()));
        assertThat(gap.reason()).isEqualTo(Reason.NOT_PRESENT);
        assertThat(gap.detail()).contains("no NVIDIA GPU", installed.library() + " is installed, and not started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x030000", "0x030200"})
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aGraphicsCardOfNvidiaIsAGpuWithoutADriver(String display) throws IOException {
        StandIn installed = StandIn.start(Files.createDirectories(root.resolve("usr/lib")));
        FakeMachine machine = FakeMachine.host(root)
                .file("sys/bus/pci/devices/0000:01:00.0/vendor", "0x10de\n")
                .file("sys/bus/pci/devices/0000:01:00.0/class", display + "\n");
        Gap gap = refusal(machine.with(installed.set("rc.nvmlInit_v2", 9).library()));
        assertThat(gap.reason()).isEqualTo(Reason.NO_DRIVER);
        assertThat(gap.detail()).contains("modprobe nvidia");
    }

    @ParameterizedTest
    @CsvSource({"0x8086, 0x030000", "0x10de, 0x060400", "0x10de, 0x040300"})
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void aLibraryThatFindsNoDriverIsNoGpuBesideOtherDevices(String vendor, String kind) {
        StandIn elsewhere = StandIn.start(root);
        FakeMachine machine = FakeMachine.host(root)
                .file("sys/bus/pci/devices/0000:00:02.0/vendor", vendor + "\n")
                .file("sys/bus/pci/devices/0000:00:02.0/class", kind + "\n");
        assertThat(refusal(machine.with(elsewhere.set("rc.nvmlInit_v2", 9).library()))
                        .reason())
                .isEqualTo(Reason.NOT_PRESENT);
        elsewhere.set("rc.nvmlInit_v2", 4);
        assertThat(refusal(machine.with(elsewhere.library())).reason()).isEqualTo(Reason.NO_PERMISSION);
    }
}
