package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemInfoTests {

    @TempDir
    Path proc;

    private MemInfo of(String meminfo) throws IOException {
        Files.writeString(proc.resolve("meminfo"), meminfo);
        return MemInfo.read(proc);
    }

    /** Captured on Linux 6.18. */
    @Test
    void kilobytesAreKibibytes() throws IOException {
        MemInfo memory = of("""
                MemTotal:       24684084 kB
                MemFree:        18780280 kB
                MemAvailable:   20426784 kB
                Buffers:           41584 kB
                HugePages_Total:       0
                """);
        assertThat(memory.total()).hasValue(24_684_084 * 1024L);
        assertThat(memory.available()).hasValue(20_426_784 * 1024L);
    }

    @Test
    void kernelsBefore3_14DoNotSayWhatIsAvailable() throws IOException {
        MemInfo memory = of("MemTotal:        1020252 kB\nMemFree:          100 kB\n");
        assertThat(memory.total()).isPresent();
        assertThat(memory.available()).isEmpty();
    }

    @Test
    void withoutTheFileThereIsNoAnswer() {
        assertThatThrownBy(() -> MemInfo.read(proc)).isInstanceOf(IOException.class);
    }
}
