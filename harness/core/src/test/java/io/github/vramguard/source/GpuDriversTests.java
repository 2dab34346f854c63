package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.DeviceBytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Reading.StrandedBytes;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.GpuDriver;
import io.github.vramguard.source.gpu.ProcessAccounting;
import io.github.vramguard.source.gpu.ScriptedDriver;
import io.github.vramguard.source.gpu.VisibleDevices;
import io.github.vramguard.source.linux.Processes;
import io.github.vramguard.source.spi.MemorySource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class GpuDriversTests {

    private static final MemoryTarget.ThisJvm SELF = (MemoryTarget.ThisJvm) Targets.thisJvm();
    private static final Gap UNTRUSTED = new Gap(Reason.NAMESPACE_UNTRUSTED, "host ids");
    private static final long FOREIGN = 1;

    private final GpuDrivers drivers = new GpuDrivers(Processes.ofThisMachine());

    private GpuDrivers with(GpuDriver... ofOneVendor) {
        return drivers.with(VisibleDevices.all(), List.of(ofOneVendor));
    }

    private Sources sources() {
        return Sources.among(drivers.sources(), SELF, Set.of());
    }

    private Reading gpu(int number) {
        return sources().read(SELF).get(Pool.gpu(number));
    }

    @Test
    void aDriverCountsWhatItBookedForThisJvmAndNobodyElse() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a", "GPU-b");
        driver.holds("GPU-a", Map.of(SELF.pid(), new Bytes(5), FOREIGN, new Bytes(100)));
        with(driver);
        assertThat(gpu(0)).isEqualTo(new Bytes(5));
        assertThat(gpu(1).amount()).hasValue(0);
        assertThat(sources().origins(SELF).get(Pool.gpu(0)).capacity()).hasValue(8L << 30);
    }

    @Test
    void readingsOfTwoCardsAreOfOneSourceAndSayWhichCard() {
        with(ScriptedDriver.of("first", "GPU-604ac76c-1", "GPU-11111111-2"));
        ScriptedDriver whole = ScriptedDriver.of("second", "GPU-22222222-3");
        whole.allocations.put("GPU-22222222-3", Allocations.unreadable(UNTRUSTED));
        with(whole);
        assertThat(sources().origins(SELF))
                .containsOnlyKeys(Pool.gpu(0), Pool.gpu(1), Pool.gpu(2))
                .extractingByKeys(Pool.gpu(0), Pool.gpu(1), Pool.gpu(2))
                .extracting(Origin::source, Origin::label)
                .containsExactly(
                        tuple("Scripted first", "Scripted first on Card GPU-604ac76c"),
                        tuple("Scripted first", "Scripted first on Card GPU-11111111"),
                        tuple("Scripted second", "Scripted second on Card GPU-22222222"));
    }

    @Test
    void eachCardIsADeviceOnceAlsoIfTwoDriversReadThem() {
        ScriptedDriver first = ScriptedDriver.of("first", "GPU-a", "GPU-b", "GPU-c");
        ScriptedDriver second = ScriptedDriver.of("second", "GPU-a", "GPU-b", "GPU-c");
        first.allocations.put("GPU-b", Allocations.unreadable(UNTRUSTED));
        with(first, second);
        Sources sources = sources();
        assertThat(sources.trials())
                .filteredOn(Trial::passed)
                .extracting(Trial::source)
                .contains("first", "second");
        assertThat(sources.devices())
                .containsOnlyKeys(Pool.gpu(0), Pool.gpu(1), Pool.gpu(2))
                .allSatisfy((pool, device) -> assertThat(device).startsWith("Card ("));
    }

    @Test
    void aDescendantBelongsToThisJvm() throws Exception {
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        try {
            ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
            driver.holds("GPU-a", Map.of(SELF.pid(), new Bytes(5), child.pid(), new Bytes(7)));
            with(driver);
            assertThat(gpu(0)).isEqualTo(new Bytes(12));
            MemoryTarget alone = Targets.process(child.pid());
            assertThat(Sources.among(drivers.sources(), alone, Set.of()).read(alone))
                    .containsEntry(Pool.gpu(0), new Bytes(7));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void whatADriverHoldsForADescendantThatEndedIsNotGivenBackYet() throws Exception {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        driver.holds("GPU-a", Map.of(child.pid(), new Bytes(7)));
        Sources sources = sources();
        child.destroyForcibly().waitFor();
        assertThat(sources.read(SELF))
                .containsEntry(Pool.gpu(0), new StrandedBytes(7, Set.of("sleep (pid " + child.pid() + ")")));
        driver.holds("GPU-a", Map.of(FOREIGN, new Bytes(7)));
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), new Bytes(0));
    }

    @Test
    void aDescendantIsKnownAlsoIfItRanBetweenTwoReadingsOnly() throws Exception {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        driver.holds("GPU-a", Map.of(FOREIGN, new Bytes(7)));
        MemoryTarget withAContainer = Targets.together(List.of(SELF, new MemoryTarget.StartedContainers()));
        Sources sources = Sources.among(drivers.sources(), withAContainer, Set.of());
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        sources.look(withAContainer);
        child.destroyForcibly().waitFor();
        driver.holds("GPU-a", Map.of(child.pid(), new Bytes(7)));
        assertThat(sources.read(withAContainer))
                .containsEntry(Pool.gpu(0), new StrandedBytes(7, Set.of("sleep (pid " + child.pid() + ")")));
    }

    @Test
    void aDescendantWhoseParentEndedStillBelongsToThisJvm() throws Exception {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & echo $!; wait").start();
        long orphan = Long.parseLong(parent.inputReader().readLine());
        try {
            driver.holds("GPU-a", Map.of(orphan, new Bytes(7)));
            Sources sources = sources();
            parent.destroyForcibly().waitFor();
            assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), new Bytes(7));
        } finally {
            ProcessHandle.of(orphan).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void whatADriverHoldsForATargetThatEndedIsHeldForIt() throws Exception {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        MemoryTarget target = Targets.tree(child.pid());
        driver.holds("GPU-a", Map.of(child.pid(), new Bytes(7)));
        MemorySource source = drivers.sources().get(0);
        assertThat(source.read(target)).containsEntry(Pool.gpu(0), new Bytes(7));
        child.destroyForcibly().waitFor();
        assertThat(source.read(target))
                .containsEntry(Pool.gpu(0), new StrandedBytes(7, Set.of("sleep (pid " + child.pid() + ")")));
        driver.holds("GPU-a", Map.of());
        assertThat(source.read(target).get(Pool.gpu(0)))
                .isInstanceOfSatisfying(
                        Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reason.PROCESS_GONE));
    }

    @Test
    void aProcessThatEndedIsAGap() throws Exception {
        with(ScriptedDriver.of("first", "GPU-a"));
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        MemoryTarget target = Targets.process(child.pid());
        MemorySource source = drivers.sources().get(0);
        assertThat(source.read(target).get(Pool.gpu(0)).amount()).hasValue(0);
        child.destroyForcibly().waitFor();
        assertThat(source.read(target).get(Pool.gpu(0)))
                .isInstanceOfSatisfying(
                        Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reason.PROCESS_GONE));
    }

    @Test
    void theSecondDriverOfADeviceIsAskedOnlyWhereTheFirstCannotTell() {
        ScriptedDriver first = ScriptedDriver.of("first", "GPU-a");
        ScriptedDriver second = ScriptedDriver.of("second", "GPU-a");
        second.holds("GPU-a", Map.of(SELF.pid(), new Bytes(3)));
        with(first, second);
        assertThat(gpu(0).amount()).hasValue(0);
        first.allocations.put("GPU-a", Allocations.unreadable(UNTRUSTED));
        assertThat(gpu(0)).isEqualTo(new Bytes(3));
        assertThat(second.lists)
                .as("lists of the second driver, which take seconds")
                .isZero();
    }

    @Test
    void aGpuThatCannotBeAskedAboutKeepsItsNumber() {
        with(ScriptedDriver.refusing("locked", Reason.NO_PERMISSION, "no key"));
        with(ScriptedDriver.of("integrated", "0000:00:02.0"));
        assertThat(gpu(0)).isEqualTo(new Gap(Reason.NO_PERMISSION, "no key"));
        assertThat(gpu(1).amount()).hasValue(0);
    }

    @Test
    void aGpuThatIsNotThereTakesNoNumber() {
        with(ScriptedDriver.refusing("absent", Reason.NOT_PRESENT, "no such card"));
        with(ScriptedDriver.of("integrated", "0000:00:02.0"));
        assertThat(gpu(0).amount()).hasValue(0);
    }

    @Test
    void aGpuThatIsNotThereIsNotMissedBesideOneThatIs() {
        with(ScriptedDriver.of("discrete", "GPU-a"));
        with(ScriptedDriver.refusing("absent", Reason.NOT_PRESENT, "no such card"));
        assertThat(sources().read(SELF)).containsOnlyKeys(Pool.gpu(0));
    }

    @Test
    void aMachineWithoutAnyGpuSaysSoOnce() {
        with(ScriptedDriver.refusing("one", Reason.NOT_PRESENT, "no library"));
        with(ScriptedDriver.refusing("other", Reason.NOT_PRESENT, "no card"));
        assertThat(gpu(0)).isEqualTo(new Gap(Reason.NOT_PRESENT, "no NVIDIA, AMD or Intel GPU driver found"));
        assertThat(sources().trials())
                .extracting(Trial::source, trial -> trial.reading().toString())
                .contains(tuple("one", "no library"));
    }

    @Test
    void theMemoryOfTheHostHasAPoolOfItsOwn() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        ProcessAccounting host = ProcessAccounting.complete(Map.of(SELF.pid(), new Bytes(9)));
        driver.allocations.put("GPU-a", new Allocations(ProcessAccounting.complete(Map.of()), Optional.of(host)));
        driver.includesHostMemory = true;
        with(driver);
        assertThat(sources().read(SELF)).containsEntry(Pool.gpuHost(0), new Bytes(9));
    }

    @Test
    void whereNoDriverTellsProcessesApartTheWholeDeviceIsRead() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.allocations.put("GPU-a", Allocations.unreadable(UNTRUSTED));
        driver.used.put("GPU-a", new Bytes(1000));
        with(driver);
        Sources sources = sources();
        driver.used.put("GPU-a", new Bytes(1700));
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), new DeviceBytes(700, Set.of()));
        assertThat(sources.weaknesses(SELF)).singleElement().asString().contains("other processes cannot be seen");
    }

    @Test
    void theOtherProcessesOnAWholeDeviceAreNamed() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        Gap notAvailable = new Gap(Reason.NOT_AVAILABLE, "N/A");
        driver.holds("GPU-a", Map.of(SELF.pid(), notAvailable, FOREIGN, notAvailable));
        with(driver);
        assertThat(gpu(0)).isInstanceOfSatisfying(DeviceBytes.class, device -> assertThat(device.others())
                .singleElement()
                .asString()
                .endsWith("(pid 1)"));
    }

    @Test
    void aDeviceThatMovesAtTheStartIsNoBase() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.allocations.put("GPU-a", Allocations.unreadable(UNTRUSTED));
        driver.growth = 2 << 20;
        with(driver);
        assertThat(gpu(0)).isInstanceOfSatisfying(Gap.class, gap -> assertThat(gap.detail())
                .contains("host ids")
                .contains("other processes were using it at the start"));
    }

    @Test
    void aGlanceReadsTheDeviceWhereAReadingWouldDisturb() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.holds("GPU-a", Map.of(SELF.pid(), new Bytes(5)));
        driver.used.put("GPU-a", new Bytes(55));
        with(driver);
        assertThat(sources().readFast(SELF)).containsEntry(Pool.gpu(0), new DeviceBytes(55, Set.of()));
    }

    @Test
    void anEmptyListSaysThatNothingIsHeldOfADeviceThatOthersMayUse() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.used.put("GPU-a", new Bytes(1000));
        with(driver);
        assertThat(gpu(0)).isEqualTo(new DeviceBytes(0, Set.of()));
    }

    @Test
    void aListThatHasHadAnAmountIsBelievedWhenItIsEmpty() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        Sources sources = sources();
        driver.holds("GPU-a", Map.of(FOREIGN, new Bytes(100)));
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), new Bytes(0));
        driver.holds("GPU-a", Map.of());
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), new Bytes(0));
    }

    @Test
    void aDriverThatTurnsOutToHaveNoAmountsLeavesTheWholeDevice() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        Gap notAvailable = new Gap(Reason.NOT_AVAILABLE, "N/A");
        driver.used.put("GPU-a", new Bytes(1000));
        with(driver);
        Sources sources = sources();
        driver.holds("GPU-a", Map.of(SELF.pid(), notAvailable, FOREIGN, notAvailable));
        driver.used.put("GPU-a", new Bytes(1700));
        assertThat(sources.read(SELF).get(Pool.gpu(0))).isInstanceOfSatisfying(DeviceBytes.class, device -> {
            assertThat(device.value()).isEqualTo(700);
            assertThat(device.others()).hasSize(1);
        });
        driver.holds("GPU-a", Map.of());
        driver.used.put("GPU-a", new Bytes(1016));
        assertThat(sources.read(SELF))
                .as("what is left when the list is empty again")
                .containsEntry(Pool.gpu(0), new DeviceBytes(16, Set.of()));
    }

    @Test
    void anObstacleThatIsNoLackOfAmountsStaysAGap() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        Gap lost = new Gap(Reason.GPU_LOST, "fell off the bus");
        with(driver);
        Sources sources = sources();
        driver.allocations.put("GPU-a", Allocations.unreadable(lost));
        assertThat(sources.read(SELF)).containsEntry(Pool.gpu(0), lost);
    }

    @Test
    void theRecordOfOneProcessIsThePeakAndThatOfTwoIsNot() throws Exception {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        driver.peaks.put("GPU-a", ProcessAccounting.complete(Map.of(SELF.pid(), new Bytes(9), FOREIGN, new Bytes(99))));
        assertThat(sources().peak(SELF)).containsEntry(Pool.gpu(0), new Bytes(9));
        Process child = new ProcessBuilder("/bin/sleep", "60").start();
        try {
            driver.peaks.put(
                    "GPU-a", ProcessAccounting.complete(Map.of(SELF.pid(), new Bytes(9), child.pid(), new Bytes(9))));
            assertThat(sources().peak(SELF).get(Pool.gpu(0))).isInstanceOf(Gap.class);
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aProcessWithoutARecordHasNone() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        with(driver);
        Gap unrecorded = new Gap(Reason.DISABLED, "accounting is off");
        driver.peaks.put("GPU-a", ProcessAccounting.partial(Map.of(), unrecorded));
        assertThat(sources().peak(SELF)).containsEntry(Pool.gpu(0), unrecorded);
    }

    @Test
    void theHoldersAreTheProcessesThatStillRun() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.holds("GPU-a", Map.of(SELF.pid(), new Bytes(5), 99_999_999L, new Bytes(5)));
        assertThat(with(driver).holders())
                .extracting(MemoryTarget.OneProcess::pid)
                .containsExactly(SELF.pid());
    }

    @Test
    void anEmptyListProvesNothingOfADeviceThatCannotBeReadEither() {
        ScriptedDriver driver = ScriptedDriver.of("first", "GPU-a");
        driver.used.put("GPU-a", new Gap(Reason.NO_PERMISSION, "[Insufficient Permissions]"));
        with(driver);
        MemorySource source = drivers.sources().get(0);
        assertThat(source.read(SELF).get(Pool.gpu(0))).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.NO_PERMISSION);
            assertThat(gap.detail()).contains("has listed no amount", "[Insufficient Permissions]");
        });
        driver.holds("GPU-a", Map.of(FOREIGN, new Bytes(100)));
        assertThat(source.read(SELF)).containsEntry(Pool.gpu(0), new Bytes(0));
    }

    @Test
    void aDriverThatEndsItsStartLateIsListenedTo() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        ScriptedDriver slow = ScriptedDriver.of("slow", "GPU-a", "GPU-b");
        slow.start = started;
        GpuDrivers late = new GpuDrivers(Processes.ofThisMachine(), Duration.ofMillis(50))
                .with(VisibleDevices.all(), List.of(slow))
                .with(VisibleDevices.all(), List.of(ScriptedDriver.of("other", "0000:03:00.0")));
        Supplier<Sources> sources = () -> Sources.among(late.sources(), SELF, Set.of());
        assertThat(sources.get().read(SELF).get(Pool.gpu(0)))
                .isInstanceOfSatisfying(
                        Gap.class, gap -> assertThat(gap.reason()).isEqualTo(Reason.TIMED_OUT));
        assertThat(sources.get().read(SELF)).containsOnlyKeys(Pool.gpu(0), Pool.gpu(1));
        started.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        sources.get().read(SELF))
                .containsOnlyKeys(Pool.gpu(0), Pool.gpu(1), Pool.gpu(2))
                .allSatisfy((pool, reading) -> assertThat(reading.amount()).hasValue(0)));
    }
}
