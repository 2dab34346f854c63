package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTests {

    private static final long KIB = 1024;

    private static Client client(String text) {
        FdInfo told = FdInfo.parse(text);
        DrmDriver driver = told.text("drm-driver").flatMap(DrmDriver::named).orElse(DrmDriver.AMDGPU);
        return new Client("gpu", told.text("drm-client-id").orElse(""), driver, told);
    }

    private static Client fixture(String name) {
        return client(MachineTree.fixture(name));
    }

    @ParameterizedTest
    @CsvSource({
        "amdgpu-6.5,  false, 2068",
        "amdgpu-7,    false, 310488",
        "amdgpu-idle, false, 12",
        "amdgpu-apu,  true,  25263348",
        "xe,          false, 23992",
        "i915-card,   false, 262144",
        "i915-igpu,   false, 0",
        "panthor,     false, 16480"
    })
    void theMemoryOfTheDeviceIsThatOfItsRegions(String fixture, boolean unified, long kib) {
        assertThat(fixture(fixture).device(unified)).isEqualTo(new Bytes(kib * KIB));
    }

    @ParameterizedTest
    @CsvSource({
        "amdgpu-6.5, 8192",
        "amdgpu-7, 34880",
        "amdgpu-idle, 2048",
        "amdgpu-apu, 25258000",
        "xe, 192",
        "i915-card, 65536",
        "i915-igpu, 0"
    })
    void theMemoryOfTheHostIsThatOfItsRegions(String fixture, long kib) {
        assertThat(fixture(fixture).host()).isEqualTo(new Bytes(kib * KIB));
    }

    @Test
    void aNumberWithoutAUnitIsInBytesAndWhatIntelAllocatedIsTheTotal() {
        assertThat(fixture("i915-bytes").device(false)).isEqualTo(new Bytes(232411136));
    }

    @Test
    void aCardDoesNotHaveTheHostsMemoryForItsOwn() {
        assertThat(fixture("amdgpu-apu").device(false)).isEqualTo(new Bytes(5348 * KIB));
    }

    @Test
    void cyclesAndCapacitiesOfEnginesAreNoMemory() {
        String text = MachineTree.fixture("xe") + "drm-total-cycles-vram0:\t99\ndrm-engine-capacity-vram0:\t7\n";
        assertThat(client(text).device(false)).isEqualTo(new Bytes(23992 * KIB));
    }

    @Test
    void theTilesOfACardAddUp() {
        String text = MachineTree.fixture("xe") + "drm-total-vram1:\t8 KiB\n";
        assertThat(client(text).device(false)).isEqualTo(new Bytes(24000 * KIB));
    }

    @Test
    void aRegionWithBothFamiliesOfKeysCountsOnce() {
        assertThat(MachineTree.fixture("amdgpu-7")).contains("drm-resident-vram", "drm-memory-vram");
        assertThat(fixture("amdgpu-7").device(false)).isEqualTo(new Bytes(310488 * KIB));
    }

    @Test
    void linuxBefore519IsNotSupported() {
        Reading reading = fixture("amdgpu-5.15").device(false);
        assertThat(reading).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.NOT_SUPPORTED);
            assertThat(gap.detail()).contains("Linux", "5.19");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "-4 KiB", "4 pages", "99999999999999999999", "9999999999999999 GiB", "1.5 MiB"})
    void garbageIsNoNumber(String value) {
        Client client = client("drm-driver: amdgpu\ndrm-client-id: 1\ndrm-memory-vram: " + value + "\n");
        assertThat(client.device(false)).isInstanceOfSatisfying(Gap.class, gap -> assertThat(gap.reason())
                .isEqualTo(Reason.UNPARSABLE));
    }

    @Test
    void aDriverThatNumbersNoClientsCannotBeCounted() {
        Client client = client("drm-driver: v3d\ndrm-memory-memory: 4 KiB\n");
        assertThat(client.device(false).amount()).isEmpty();
        assertThat(client("drm-driver: v3d\ndrm-client-id: 1\ndrm-memory-memory: 4 KiB\n")
                        .device(false))
                .isEqualTo(new Bytes(4096));
    }

    @Test
    void whatIsNoGpuTellsNothing() {
        FdInfo told = FdInfo.parse(MachineTree.fixture("no-gpu"));
        for (DrmDriver driver : DrmDriver.values()) {
            assertThat(told.regions(driver.deviceRegions())).isEmpty();
        }
        assertThat(told.text("drm-driver")).isEmpty();
    }

    @Property(tries = 300)
    void noTextMakesItFail(@ForAll String text) {
        assertThat(client("drm-driver: xe\ndrm-client-id: 1\n" + text).device(false))
                .isInstanceOf(Gap.class);
    }

    @Property(tries = 300)
    void truncatedTextHasNoOtherNumber(@ForAll @IntRange(max = 600) int length) {
        String text = MachineTree.fixture("amdgpu-6.5");
        String cut = text.substring(0, Math.min(length, text.length()));
        assertThat(client("drm-driver: amdgpu\n" + cut).device(false).amount())
                .satisfiesAnyOf(amount -> assertThat(amount).isEmpty(), amount -> assertThat(amount)
                        .hasValue(2068 * KIB));
    }
}
