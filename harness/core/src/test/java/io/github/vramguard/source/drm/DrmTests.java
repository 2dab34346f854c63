package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Allocations;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.gpu.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrmTests {

    private static final long KIB = 1024;
    private static final long GIB = 1L << 30;
    private static final String CARD = MachineTree.CARD;

    private MachineTree machine;

    @BeforeEach
    void start(@TempDir Path root) {
        machine = new MachineTree(root);
    }

    private static String client(String address, int id, String vram) {
        return "drm-driver: amdgpu\ndrm-pdev: " + address + "\ndrm-client-id: " + id + "\ndrm-memory-vram: " + vram
                + "\ndrm-memory-gtt: \t8 KiB\n";
    }

    private static String client(int id, String vram) {
        return client(CARD, id, vram);
    }

    private Allocations allocations(String gpu, Long... pids) {
        return Objects.requireNonNull(machine.drm().allocations(Set.of(pids)).get(gpu));
    }

    private Reading held(Long... pids) {
        return allocations(CARD, pids).device().of(Set.of(pids));
    }

    private static Condition<Reading> gap(Reason reason, String words) {
        return new Condition<>(
                reading -> reading instanceof Gap gap
                        && gap.reason() == reason
                        && gap.detail().contains(words),
                "a gap, %s, that says \"%s\"",
                reason,
                words);
    }

    @Test
    void aMachineWithoutSuchAGpuIsRefused() {
        machine.card(0, "0000:01:00.0", "nvidia")
                .card(1, "0000:02:00.0", "nouveau")
                .card(2, "", "simpledrm");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> machine.drm().gpus())
                .matches(refusal -> refusal.gap().reason() == Reason.NOT_PRESENT);
        assertThat(machine.drm().allocations(Set.of(1L))).isEmpty();
    }

    /** Numbers of cards change from boot to boot. */
    @Test
    void gpusAreToldByTheirAddressNotByTheirNumber() throws Refusal {
        machine.card(0, "0000:c5:00.0", "amdgpu").card(1, CARD, "xe").card(2, "", "panthor");
        assertThat(machine.drm().gpus()).extracting(Gpu::id).containsExactly(CARD, "0000:c5:00.0", "panthor");
    }

    @Test
    void aGpuIsNamedAfterItsProductOrItsIds() throws Refusal {
        machine.amd(CARD, 16 * GIB, 8 * GIB).device(CARD, "vendor", "0x1002\n").device(CARD, "device", "0x73bf\n");
        assertThat(machine.drm().gpus()).containsExactly(new Gpu(CARD, "AMD GPU 1002:73bf", OptionalLong.of(16 * GIB)));
        machine.device(CARD, "product_name", "AMD Instinct MI210\n");
        assertThat(machine.drm().gpus()).extracting(Gpu::name).containsExactly("AMD Instinct MI210");
    }

    @Test
    void amdCardHoldsTheGreaterOfItsClientsAndKfd() {
        machine.amd(CARD, 24 * GIB, 16 * GIB)
                .node(1, 51216, 0x300, 0)
                .renders(70, client(1, "1024 KiB"))
                .computes(70, 51216, "17179869184")
                .renders(71, client(2, "2048 KiB"))
                .computes(71, 51216, "4096\n");
        assertThat(held(70L)).isEqualTo(new Bytes(17179869184L));
        assertThat(held(71L)).isEqualTo(new Bytes(2048 * KIB));
        assertThat(allocations(CARD, 70L).host().orElseThrow().of(Set.of(70L))).isEqualTo(new Bytes(8 * KIB));
    }

    @Test
    void kfdOfAnotherGpuIsNotCountedHere() {
        machine.amd(CARD, 24 * GIB, 16 * GIB)
                .node(1, 51216, 0x300, 0)
                .node(2, 7, 0x400, 0)
                .process(70)
                .computes(70, 7, "4096");
        assertThat(held(70L)).isEqualTo(new Bytes(0));
    }

    @Test
    void amdApuHoldsItsOwnMemoryAndThatOfTheHost() throws Refusal {
        String apu = "0000:c5:00.0";
        machine.amd(apu, GIB / 2, 48 * GIB)
                .device(apu, "mem_info_vram_used", "1000")
                .device(apu, "mem_info_gtt_used", "200")
                .renders(70, MachineTree.fixture("amdgpu-apu"));
        assertThat(allocations(apu, 70L).device().of(Set.of(70L))).isEqualTo(new Bytes(25263348 * KIB));
        assertThat(allocations(apu, 70L).host().orElseThrow().of(Set.of(70L))).isEqualTo(new Bytes(25258000 * KIB));
        assertThat(machine.drm().used()).isEqualTo(Map.of(apu, new Bytes(1200)));
        assertThat(machine.drm().gpus()).extracting(Gpu::capacity).containsExactly(OptionalLong.of(GIB / 2 + 48 * GIB));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, 0, 0, false",
        "16, 16, 0, 8, true",
        "8,  48, 0, 0, true",
        "8,  48, 1, 0, false",
        "8,  48, 2, 0, true",
        "8,  48, 1, 8, true"
    })
    void anApuIsToldByKfdOrByItsSmallMemory(int vram, int gtt, int metrics, int processors, boolean apu) {
        machine.amd(CARD, vram * GIB, gtt * GIB).node(1, 51216, 0x300, processors);
        if (metrics > 0) {
            machine.bytes("sys/devices/" + CARD + "/gpu_metrics", new byte[] {120, 0, (byte) metrics, 3, 9, 9});
        }
        machine.renders(70, client(1, "1 KiB"));
        assertThat(held(70L)).isEqualTo(new Bytes(apu ? 9 * KIB : KIB));
    }

    @Test
    void intelIntegratedGpuHoldsMemoryOfTheHost() {
        String gpu = "0000:00:02.0";
        machine.card(0, gpu, "i915").renders(70, MachineTree.fixture("i915-bytes"));
        assertThat(allocations(gpu, 70L).device().of(Set.of(70L))).isEqualTo(new Bytes(232411136));
        assertThat(machine.drm().used())
                .hasEntrySatisfying(gpu, used -> assertThat(used).is(gap(Reason.NOT_SUPPORTED, "dmem")));
    }

    @ParameterizedTest
    @CsvSource({"i915, i915-card, 262144, 65536", "xe, xe, 23992, 192"})
    void intelCardHoldsItsOwnMemory(String driver, String fixture, long device, long host) {
        machine.card(0, CARD, driver).renders(70, MachineTree.fixture(fixture));
        assertThat(held(70L)).isEqualTo(new Bytes(device * KIB));
        assertThat(allocations(CARD, 70L).host().orElseThrow().of(Set.of(70L))).isEqualTo(new Bytes(host * KIB));
    }

    @Test
    void aGpuOutsideThePciBusIsToldByItsDriver() {
        machine.card(0, "", "panthor").renders(70, MachineTree.fixture("panthor"));
        assertThat(allocations("panthor", 70L).device().of(Set.of(70L))).isEqualTo(new Bytes(16480 * KIB));
        assertThat(allocations("panthor", 70L).host()).isEmpty();
    }

    @Test
    void aMissingProcessIdIsNotVisibleAndNotZero() {
        machine.amd(CARD, 16 * GIB, 8 * GIB).renders(70, client(1, "4 KiB"));
        assertThat(allocations(CARD, 70L).device().of(Set.of(71L))).is(gap(Reason.PID_NOT_VISIBLE, "asked"));
        assertThat(allocations(CARD, 70L).device().holders()).isEmpty();
    }

    @Test
    void moreThanTheDeviceHasIsNoReading() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .device(CARD, "mem_info_vram_used", Long.toString(17 * GIB))
                .renders(70, client(1, "17 GiB"))
                .renders(71, client(2, "16 GiB"));
        assertThat(held(70L)).is(gap(Reason.ABI_MISMATCH, "more than"));
        assertThat(held(71L)).isEqualTo(new Bytes(16 * GIB));
        assertThat(machine.drm().used().get(CARD)).is(gap(Reason.ABI_MISMATCH, "more than"));
    }

    @Test
    void aClientWithTwoDescriptorsCountsOnce() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .opens(70, 7, "/dev/dri/renderD128", client(1, "4 KiB"))
                .opens(70, 8, "/dev/dri/renderD128", client(1, "4 KiB"))
                .opens(70, 9, "/dev/dri/renderD128", client(2, "1 KiB"));
        assertThat(held(70L)).isEqualTo(new Bytes(5 * KIB));
    }

    @Test
    void aClientOfTwoProcessesIsThatOfTheLower() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .renders(71, client(1, "4 KiB"))
                .renders(70, client(1, "4 KiB"))
                .renders(9, client("0000:04:00.0", 1, "4 KiB"));
        assertThat(allocations(CARD, 70L, 71L, 9L).device().entries())
                .isEqualTo(Map.of(9L, new Bytes(0), 70L, new Bytes(4 * KIB), 71L, new Bytes(0)));
    }

    @Test
    void clientsWithTheSameIdOnTwoGpusAreTwo() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .card(1, "0000:04:00.0", "amdgpu")
                .opens(70, 7, "/dev/dri/renderD128", client(1, "4 KiB"))
                .opens(70, 8, "/dev/dri/renderD129", client("0000:04:00.0", 1, "2 KiB"));
        assertThat(held(70L)).isEqualTo(new Bytes(4 * KIB));
        assertThat(allocations("0000:04:00.0", 70L).device().of(Set.of(70L))).isEqualTo(new Bytes(2 * KIB));
    }

    @Test
    void aProcessWithoutAGpuHoldsNothing() {
        machine.amd(CARD, 16 * GIB, 8 * GIB).opens(70, 3, "anon_inode:[eventpoll]", MachineTree.fixture("no-gpu"));
        assertThat(held(70L)).isEqualTo(new Bytes(0));
    }

    @Test
    void aProcessThatHasEndedHoldsNothing() {
        machine.amd(CARD, 16 * GIB, 8 * GIB);
        assertThat(held(4000L)).isEqualTo(new Bytes(0));
    }

    @Test
    void aProcessThatMayNotBeLookedIntoIsAGap() {
        Gap denied = OpenDevices.obstacle(70, new AccessDeniedException("fd"));
        assertThat(denied).is(gap(Reason.NO_PERMISSION, "CAP_SYS_PTRACE"));
        assertThat(Opened.hidden(denied).sum(CARD, Client::host)).isEqualTo(denied);
        Scan scan =
                new Scan(new TreeMap<>(Map.of(70L, Opened.hidden(denied), 71L, Opened.NOTHING)), Optional.of(denied));
        assertThat(scan.denied()).isEqualTo(1);
        assertThat(scan.accounting((pid, opened) -> opened.sum(CARD, Client::host))
                        .holders())
                .isEmpty();
    }

    @Test
    void openFilesThatCannotBeReadAreAGapUnlessKfdTells() {
        machine.amd(CARD, 24 * GIB, 16 * GIB)
                .node(1, 51216, 0x300, 0)
                .broken(70)
                .broken(71)
                .computes(71, 51216, "4096");
        assertThat(held(70L)).is(gap(Reason.NOT_AVAILABLE, "process 70"));
        assertThat(held(71L)).isEqualTo(new Bytes(4096));
        assertThat(allocations(CARD).device().holders()).isEmpty();
    }

    @Test
    void withoutTheFirstProcessOthersMayBeHiddenToo(@TempDir Path empty) throws IOException {
        machine.amd(CARD, 24 * GIB, 16 * GIB);
        assertThat(allocations(CARD).device().holders()).contains(Set.of());
        Files.move(machine.proc().resolve("1"), empty.resolve("1"));
        assertThat(allocations(CARD).device().of(Set.of(70L))).is(gap(Reason.NO_PERMISSION, "hidepid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pos: 0\nflags: 02100002\n"})
    void aCardWhoseDriverTellsNothingOfAClientIsAGap(String fdinfo) {
        machine.amd(CARD, 16 * GIB, 8 * GIB).renders(70, fdinfo).renders(71, fdinfo);
        assertThat(held(70L)).is(gap(Reason.NOT_SUPPORTED, "newer Linux"));
        assertThat(held(71L)).is(gap(Reason.NOT_SUPPORTED, "newer Linux"));
    }

    @Test
    void linuxBefore519IsAGapThatNamesIt() {
        machine.amd(CARD, 16 * GIB, 8 * GIB).renders(70, MachineTree.fixture("amdgpu-5.15"));
        assertThat(held(70L)).is(gap(Reason.NOT_SUPPORTED, System.getProperty("os.version")));
    }

    @Test
    void descriptorsOfOtherDriversAreLeftOut() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .card(1, "0000:09:00.0", "nvidia")
                .opens(70, 7, "/dev/dri/renderD129", "pos: 0\n");
        assertThat(held(70L)).isEqualTo(new Bytes(0));
    }

    @Test
    void inAContainerKfdIsLeftOutIfTheClientsTell() {
        machine.namespace("pid:[4026532301]")
                .amd(CARD, 24 * GIB, 16 * GIB)
                .node(1, 51216, 0x300, 0)
                .renders(70, client(1, "4 KiB"))
                .opens(70, 8, "/dev/kfd", "pos: 0\n")
                .computes(70, 51216, "17179869184");
        assertThat(held(70L)).isEqualTo(new Bytes(4 * KIB));
    }

    @Test
    void inAContainerProcessesThatOnlyKfdKnowsAreUntrusted() {
        machine.namespace("pid:[4026532301]")
                .amd(CARD, 24 * GIB, 16 * GIB)
                .node(1, 51216, 0x300, 0)
                .opens(70, 8, "/dev/kfd", "pos: 0\n");
        assertThat(held(70L)).is(gap(Reason.NAMESPACE_UNTRUSTED, "--pid=host"));
        assertThat(held(71L)).isEqualTo(new Bytes(0));
    }

    @Test
    void allProcessesAreSearchedIfNoneIsNamed() {
        machine.amd(CARD, 16 * GIB, 8 * GIB)
                .renders(70, client(1, "4 KiB"))
                .renders(71, client(2, "0"))
                .process(72);
        assertThat(allocations(CARD).device().holders()).contains(Set.of(70L));
        assertThat(allocations(CARD).device().of(Set.of(72L))).isEqualTo(new Bytes(0));
    }

    @Test
    void inAContainerTheHoldersAreNotKnown() {
        machine.namespace("pid:[4026532301]").amd(CARD, 16 * GIB, 8 * GIB).renders(70, client(1, "4 KiB"));
        assertThat(allocations(CARD).device().holders()).isEmpty();
        assertThat(allocations(CARD).device().of(Set.of(70L))).isEqualTo(new Bytes(4 * KIB));
    }

    @Test
    void evictedMemoryOfACardIsAWeakness() {
        machine.amd(CARD, 16 * GIB, 8 * GIB).renders(70, client(1, "4 KiB") + "amd-evicted-vram:\t2 MiB\n");
        Drm drm = machine.drm();
        assertThat(drm.weaknesses()).isEmpty();
        drm.allocations(Set.of(70L));
        assertThat(drm.weaknesses()).singleElement().asString().contains("2097152", CARD, "amd-evicted-vram");
        drm.allocations(Set.of(1L));
        assertThat(drm.weaknesses()).isEmpty();
    }
}
