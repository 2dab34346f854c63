package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmemTests {

    @TempDir
    Path cgroup;

    private Dmem dmem(String file, String text) throws IOException {
        Files.writeString(cgroup.resolve(file), text);
        return Dmem.of(cgroup);
    }

    @Test
    void theTilesOfADeviceAddUpAndDevicesAreToldApart() throws Exception {
        Dmem dmem = dmem("dmem.current", """
                drm/0000:03:00.0/vram0 1073741824
                drm/0000:03:00.0/vram1 1
                drm/0000:03:00.0/stolen 512
                drm/0000:04:00.0/vram 4096
                """);
        assertThat(dmem.current())
                .containsExactlyInAnyOrderEntriesOf(Map.of("0000:03:00.0", 1073741825L, "0000:04:00.0", 4096L));
        assertThat(dmem.peak()).isEmpty();
    }

    @Test
    void thePeakIsReadWhereItIsKept() throws Exception {
        assertThat(dmem("dmem.peak", "drm/0000:03:00.0/vram0 7\n").peak()).contains(Map.of("0000:03:00.0", 7L));
    }

    @Test
    void anOlderKernelOrAControllerThatIsOffIsARefusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(Dmem.of(cgroup)::current)
                .matches(refusal -> refusal.gap().reason() == Reason.NOT_SUPPORTED)
                .withMessageContainingAll("6.14", "cgroup.subtree_control");
    }

    @Test
    void aGroupThatIsGoneIsARefusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(Dmem.of(cgroup.resolve("gone"))::current)
                .matches(refusal -> refusal.gap().reason() == Reason.NOT_PRESENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drm/0000:03:00.0/vram0",
                "drm/0000:03:00.0/vram0 max",
                "drm/0000:03:00.0/vram0 -1",
                "drm/0000:03:00.0/vram0 1 2",
                "drm/0000:03:00.0/vram0 99999999999999999999",
                "vram0 12"
            })
    void garbageIsNoNumber(String line) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Dmem.parse("drm/0000:03:00.0/vram1 5\n" + line + "\n"))
                .matches(refusal -> refusal.gap().reason() == Reason.UNPARSABLE);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertThat(Dmem.parse(text)).isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.gap().reason()).isEqualTo(Reason.UNPARSABLE);
        }
    }
}
