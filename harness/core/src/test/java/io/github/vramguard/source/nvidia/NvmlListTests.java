package io.github.vramguard.source.nvidia;

import static io.github.vramguard.source.nvidia.StandInNvml.MIB;
import static io.github.vramguard.source.nvidia.StandInNvml.SELF;
import static io.github.vramguard.source.nvidia.StandInNvml.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of processes, in all the layouts that drivers have given them. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class NvmlListTests {

    private static final String LIST = "nvmlDeviceGet*RunningProcesses";

    @TempDir
    Path root;

    private static String[] without(String... versions) {
        return Stream.of(versions).map(version -> LIST + version).toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0} with entries of {1} bytes, padding written: {2}")
    @CsvSource({
        "v3, 16, 1",
        "v3, 24, 1",
        "v3, 32, 1",
        "v3, 16, 0",
        "v3, 24, 0",
        "v3, 32, 0",
        "v2, 16, 1",
        "v2, 24, 1",
        "v2, 32, 1",
        "v1, 16, 1",
        "v1, 24, 1",
        "v1, 32, 0"
    })
    void theSizeOfAnEntryIsFoundWhateverTheFunctionIsCalled(String version, int size, int padding) {
        String[] hidden =
                switch (version) {
                    case "v3" -> without();
                    case "v2" -> without("_v3");
                    default -> without("_v3", "_v2");
                };
        StandInNvml host = StandInNvml.onHost(root, hidden).set("stride." + version, size);
        host.set("padding", padding).set("crowd", 3);
        host.standIn().allocate(0, SELF, 100 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
        assertThat(host.of(100002)).isEqualTo(new Bytes(2 * MIB));
        assertThat(host.ledger().holders()).hasValue(Set.of(SELF, 100000L, 100001L, 100002L));
    }

    /** Where the answer does not show the size, that of the driver's age counts. */
    @ParameterizedTest(name = "hidden: {0}, entries of {1} bytes")
    @CsvSource({
        "'', 24",
        "nvmlDeviceGetRunningProcessDetailList, 32",
        "nvmlDeviceGetConfComputeMemSizeInfo, 24",
    })
    void aFunctionThatClearsTheBufferIsReadByTheFunctionsBesideIt(String hidden, int size) {
        StandInNvml host = hidden.isEmpty() ? StandInNvml.onHost(root) : StandInNvml.onHost(root, hidden);
        host.set("memset", 32).set("stride.v3", size).set("crowd", 5);
        assertThat(host.of(100004)).isEqualTo(new Bytes(2 * MIB));
        assertThat(host.ledger().holders().orElseThrow()).hasSize(5);
    }

    /** Two entries of 16 bytes with 2 MiB each are plausible as entries of 24 bytes, too. */
    @ParameterizedTest
    @CsvSource({"16, 2", "16, 5", "32, 2", "32, 5"})
    void aClearedBufferInAnUnknownLayoutIsNoNumber(int size, int processes) {
        StandInNvml host = StandInNvml.onHost(root)
                .set("memset", 32)
                .set("stride.v3", size)
                .set("crowd", processes);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.ABI_MISMATCH);
    }

    /** If all the room were taken, what was cleared would look like wider entries. */
    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64})
    void aClearedBufferIsNotTakenForWiderEntriesWhenItIsFull(int processes) {
        StandInNvml host = StandInNvml.onHost(root).set("memset", 32).set("crowd", processes);
        assertThat(host.of(100000 + processes - 1)).isEqualTo(new Bytes(2 * MIB));
    }

    @Test
    void theOlderFunctionIsAskedWhereTheNewerIsUnknownToTheDriver() {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 2);
        host.set("rc.nvmlDeviceGetComputeRunningProcesses_v3", 13);
        assertThat(host.of(100000)).isEqualTo(new Bytes(2 * MIB));
        host.set("rc.nvmlDeviceGetComputeRunningProcesses_v2", 25);
        assertThat(host.of(100000)).isEqualTo(new Bytes(2 * MIB));
        host.set("rc.nvmlDeviceGetComputeRunningProcesses", 13);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.NOT_SUPPORTED);
    }

    @Test
    void aDriverWithoutAnyListIsAGap() {
        StandInNvml host = StandInNvml.onHost(root, without("", "_v2", "_v3"));
        assertThat(reasonOf(host.of(SELF))).isEqualTo(Reason.NOT_SUPPORTED);
        assertThat(host.used()).isEqualTo(new Bytes(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "13"})
    void listsBesideTheFirstMayBeUnsupported(String code) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 2);
        host.set("rc.nvmlDeviceGetGraphicsRunningProcesses_v3", code)
                .set("rc.nvmlDeviceGetMPSComputeRunningProcesses_v3", code);
        assertThat(host.of(100001)).isEqualTo(new Bytes(2 * MIB));
    }

    @Test
    void aListBesideTheFirstThatMayNotBeReadIsAGap() {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 2);
        host.set("rc.nvmlDeviceGetGraphicsRunningProcesses_v3", 4);
        assertThat(reasonOf(host.of(100001))).isEqualTo(Reason.NO_PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 63, 64, 65, 950})
    void longListsAreReadWhole(int processes) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", processes);
        assertThat(host.ledger().holders().orElseThrow()).hasSize(processes);
        assertThat(host.of(100000 + processes - 1)).isEqualTo(new Bytes(2 * MIB));
    }

    @Test
    void aListThatGrowsBetweenTwoCallsIsAskedForAgain() {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 40).set("race", "1*5");
        assertThat(host.ledger().holders().orElseThrow()).hasSize(40);
    }

    @Test
    void aListThatNeverStopsGrowingIsAGap() {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 40).set("race", 1);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {65, 4096, 4294967295L})
    void aListThatClaimsMoreThanItHadRoomForIsNoNumber(long count) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 2).set("count", count);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.ABI_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 8192 * MIB, 8273 * MIB})
    void asMuchAsTheDeviceHasIsBelieved(long bytes) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 1).set("bytes", bytes);
        assertThat(host.of(100000)).isEqualTo(new Bytes(bytes));
    }

    /** The last two are what a list looks like that is read by the wrong size. */
    @ParameterizedTest
    @ValueSource(strings = {"8675917824", "9223372036854775807", "0xFFFFFFFF00000000", "0xFFFFFFFFFFFFFFFE"})
    void moreThanTheDeviceHasIsNoNumber(String bytes) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 1).set("bytes", bytes);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.ABI_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {4194304, 4294867295L, 4294867296L})
    void anImpossibleProcessIsNoNumber(long offset) {
        StandInNvml host = StandInNvml.onHost(root).set("crowd", 2).set("pid.offset", offset);
        assertThat(reasonOf(host.of(100000))).isEqualTo(Reason.ABI_MISMATCH);
    }

    @Test
    void oneImplausibleEntryHidesNoOther() {
        StandInNvml host = StandInNvml.onHost(root);
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        host.standIn().allocate(0, SELF, 100 * MIB);
        host.standIn().allocate(0, parent, 9000 * MIB);
        assertThat(host.of(SELF)).isEqualTo(new Bytes(100 * MIB));
        assertThat(reasonOf(host.of(parent))).isEqualTo(Reason.ABI_MISMATCH);
    }
}
