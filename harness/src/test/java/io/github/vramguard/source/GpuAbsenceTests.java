package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GpuAbsenceTests {

    @TempDir
    Path dev;

    private Reading read() {
        return new GpuAbsence(dev).read(Sources.thisJvm()).get(Pool.gpu(0));
    }

    @Test
    void aMachineWithoutADriverHasNoGpu() throws IOException {
        Files.createFile(dev.resolve("null"));
        Files.createDirectories(dev.resolve("dri"));
        Files.createFile(dev.resolve("dri/card0"));
        assertThat(read()).isEqualTo(new Reading.Gap(Reason.NOT_PRESENT, "no NVIDIA, AMD or Intel GPU driver found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidiactl", "kfd", "dxg", "dri/renderD128"})
    void aDeviceNodeIsNamed(String node) throws IOException {
        Files.createDirectories(dev.resolve("dri"));
        Files.createFile(dev.resolve(node));
        assertThat(read()).isInstanceOfSatisfying(Reading.Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reason.NOT_SUPPORTED);
            assertThat(gap.detail()).startsWith(dev.resolve(node).toString());
        });
    }
}
