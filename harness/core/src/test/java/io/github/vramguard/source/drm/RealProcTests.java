package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading.Bytes;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The {@code /proc} of this machine, with a made-up GPU. */
@EnabledOnOs(OS.LINUX)
class RealProcTests {

    private Drm drm;

    @BeforeEach
    void start(@TempDir Path root) {
        new MachineTree(root).amd(MachineTree.CARD, 1L << 34, 1L << 33);
        drm = Drm.of(Path.of("/proc"), root.resolve("sys"));
    }

    @Test
    void thisProcessHoldsNothingOfAGpuThatIsNotThere() {
        long self = ProcessHandle.current().pid();
        assertThat(drm.allocations(Set.of(self)).get(MachineTree.CARD).device().of(Set.of(self)))
                .isEqualTo(new Bytes(0));
        assertThat(drm.weaknesses()).isEmpty();
    }

    @Test
    void aSearchOfAllProcessesEndsWithNoHolder() {
        assertThat(drm.allocations(Set.of())
                        .get(MachineTree.CARD)
                        .device()
                        .entries()
                        .values())
                .allSatisfy(reading -> assertThat(reading.amount().orElse(0)).isZero());
    }
}
