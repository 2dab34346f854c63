package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.ProcessAccounting;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PidNamespaceTests {

    private static final long OURS = 7;
    private static final long OTHER = 8;
    private static final Bytes SOME = new Bytes(100);
    private static final Reading SENTINEL = ProcessEntry.reading(ProcessEntry.NOT_AVAILABLE);
    private static final String NEW_DRIVER = "570.86.15";

    @TempDir
    Path root;

    private FakeMachine container;
    private PidNamespace namespace;

    @BeforeEach
    void aContainer() {
        container = FakeMachine.container(root);
        namespace = new PidNamespace(container.processes(), new DriverVersion(NEW_DRIVER));
    }

    private ProcessAccounting ledger(Map<Long, Reading> list) {
        return namespace.accountings(Map.of("GPU", list), Set.of(OURS)).get("GPU");
    }

    private static void assertUntrusted(ProcessAccounting ledger, String observation) {
        assertThat(ledger.of(Set.of(OURS))).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.NAMESPACE_UNTRUSTED);
            assertThat(gap.detail()).contains(observation, "--pid=host", "hostPID: true");
        });
        assertThat(ledger.holders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "535.104.05, true",
        "535.113.01, false",
        "535.288.01, false",
        "560.35.03, false",
        "565.57, false",
        "565.57.01, true",
        "580.65.06, true",
    })
    void theVersionRulesOutWhatNoObservationCould(String driver, boolean usable) {
        namespace = new PidNamespace(container.processes(), new DriverVersion(driver));
        container.process(OURS, "/dev/nvidia-uvm");
        assertThat(ledger(Map.of(OURS, SOME)).of(Set.of(OURS)) instanceof Bytes).isEqualTo(usable);
    }

    @Test
    void theWholeMachineIsTrustedWhateverTheVersion() {
        FakeMachine host = FakeMachine.host(root.resolve("host"));
        namespace = new PidNamespace(host.processes(), new DriverVersion("535.113.01"));
        assertThat(ledger(Map.of(OTHER, SOME)).of(Set.of(OURS))).isEqualTo(new Bytes(0));
        assertThat(namespace.isTrusted()).isTrue();
    }

    @Test
    void anUnreadableNamespaceIsNotTheWholeMachine() {
        namespace = new PidNamespace(CudaProcesses.in(root.resolve("none")), new DriverVersion("535.113.01"));
        assertUntrusted(ledger(Map.of(OURS, SOME)), "535.113.01");
    }

    @Test
    void anEmptyListProvesThatNobodyHoldsAnything() {
        container.process(OURS, "/dev/nvidia-uvm");
        assertThat(ledger(Map.of()).of(Set.of(OURS))).isEqualTo(new Bytes(0));
        assertThat(namespace.isTrusted()).isFalse();
    }

    @Test
    void aListedProcessThatDoesNotExistIsOfAnotherNamespace() {
        assertUntrusted(ledger(Map.of(OTHER, SOME)), "process 8");
    }

    @Test
    void aListedProcessWithoutADeviceIsChance() {
        container.process(OTHER, "/dev/null", "socket:[12]");
        assertUntrusted(ledger(Map.of(OTHER, SOME)), "process 8");
    }

    @Test
    void aListedProcessWithADeviceIsBelieved() {
        container.process(OTHER, "/dev/null", "/dev/nvidia0");
        assertThat(ledger(Map.of(OTHER, SOME)).of(Set.of(OURS))).isEqualTo(new Bytes(0));
    }

    @Test
    void aListedProcessOfAnotherUserIsBelieved() {
        container.foreignProcess(OTHER);
        assertThat(ledger(Map.of(OTHER, SOME)).holders()).hasValue(Set.of(OTHER));
    }

    @Test
    void aProcessThatUsesCudaAndIsNotListedMakesAbsenceNoProof() {
        container.process(OURS, "/dev/nvidia-uvm").process(OTHER, "/dev/nvidia-uvm");
        assertUntrusted(ledger(Map.of(OTHER, SOME)), "process 7");
    }

    /** NVML itself opens these in the process that asks. */
    @Test
    void theDevicesThatNvmlOpensAreNoSignOfCuda() {
        container.process(OURS, "/dev/nvidiactl", "/dev/nvidia0").process(OTHER, "/dev/nvidia-uvm");
        assertThat(ledger(Map.of(OTHER, SOME)).of(Set.of(OURS))).isEqualTo(new Bytes(0));
    }

    @Test
    void noAmountOrNothingIsNoProof() {
        container.process(OURS, "/dev/nvidia-uvm");
        assertUntrusted(ledger(Map.of(OURS, new Bytes(0))), "process 7");
        assertUntrusted(ledger(Map.of(OURS, SENTINEL)), "process 7");
    }

    @Test
    void onceOneOfOursWasListedAbsenceMeansNothingHeld() {
        container.process(OURS, "/dev/nvidia-uvm").process(OTHER, "/dev/nvidia-uvm");
        assertThat(ledger(Map.of(OURS, SOME)).of(Set.of(OURS))).isEqualTo(SOME);
        assertThat(namespace.isTrusted()).isTrue();
        assertThat(ledger(Map.of(OTHER, SOME)).of(Set.of(OURS))).isEqualTo(new Bytes(0));
    }

    @Test
    void aProcessOnOneGpuNeedNotBeOnTheOther() {
        container.process(OURS, "/dev/nvidia-uvm").process(OTHER, "/dev/nvidia-uvm");
        Map<String, ProcessAccounting> ledgers =
                namespace.accountings(Map.of("A", Map.of(OURS, SOME), "B", Map.of(OTHER, SOME)), Set.of(OURS));
        assertThat(ledgers.get("A").of(Set.of(OURS))).isEqualTo(SOME);
        assertThat(ledgers.get("B").of(Set.of(OURS))).isEqualTo(new Bytes(0));
    }

    @Test
    void aStrangerIsDoubtedAlsoWhereTheListsWereProvenOnce() {
        container.process(OURS, "/dev/nvidia-uvm");
        ledger(Map.of(OURS, SOME));
        assertUntrusted(ledger(Map.of(OURS, SOME, OTHER, SOME)), "process 8");
    }

    @Test
    void aProcessThatHasEndedMayStayInTheListForAWhile() {
        container.process(OTHER, "/dev/nvidia0");
        ledger(Map.of(OTHER, SOME));
        container.remove("proc/8");
        assertThat(ledger(Map.of(OTHER, SOME)).of(Set.of(OURS))).isEqualTo(new Bytes(0));
    }
}
