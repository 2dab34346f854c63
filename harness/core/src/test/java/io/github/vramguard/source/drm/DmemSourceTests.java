package io.github.vramguard.source.drm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import io.github.vramguard.source.linux.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DmemSourceTests {

    private static final OneProcess TARGET = new OneProcess(4711, 12345, "llama-server");

    @TempDir
    Path root;

    private Path group;
    private DmemSource source;

    @BeforeEach
    void aProcessInAGroupOfItsOwn() throws IOException {
        Path process = Files.createDirectories(root.resolve("proc/4711"));
        Files.writeString(
                process.resolve("stat"), "4711 (llama-server) S 1 2 3 0 -1 4 10 0 0 0 5 6 0 0 20 0 9 0 12345 17\n");
        Files.writeString(process.resolve("cgroup"), "0::/app.slice/llama.scope\n");
        group = Files.createDirectories(root.resolve("cgroup/app.slice/llama.scope"));
        Files.writeString(group.resolve("cgroup.procs"), "4711\n");
        Files.writeString(group.resolve("dmem.current"), "drm/0000:03:00.0/vram0 1073741824\n");
        Map<Integer, Gpu> gpus = Map.of(
                0, new Gpu("GPU-1", "NVIDIA", OptionalLong.empty()),
                1, new Gpu("0000:03:00.0", "AMD", OptionalLong.empty()),
                2, new Gpu("0000:04:00.0", "AMD", OptionalLong.empty()));
        source = new DmemSource(new TreeMap<>(gpus), new Processes(root.resolve("proc")), root.resolve("cgroup"));
    }

    private Reading read(int gpu) {
        return source.read(TARGET).get(Pool.gpu(gpu));
    }

    private static void isGap(Reading reading, Reason reason, String words) {
        assertThat(reading).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(reason);
            assertThat(gap.detail()).contains(words);
        });
    }

    @Test
    void theChargeOfAGroupOfItsOwnIsTheMemoryOfAProcess() {
        assertThat(source.read(TARGET)).isEqualTo(Map.of(Pool.gpu(1), new Bytes(1L << 30), Pool.gpu(2), new Bytes(0)));
    }

    @Test
    void aGroupWithOthersInItSaysNothingAboutOneOfThem() throws IOException {
        Files.writeString(group.resolve("cgroup.procs"), "4711\n4712\n");
        isGap(read(1), Reason.NOT_ATTRIBUTABLE, "systemd-run --scope");
    }

    @Test
    void aKernelWithoutTheControllerIsAGap() throws IOException {
        Files.delete(group.resolve("dmem.current"));
        isGap(read(1), Reason.NOT_SUPPORTED, "Linux 6.14");
    }

    @Test
    void aProcessWithoutAGroupIsAGap() throws IOException {
        Files.writeString(root.resolve("proc/4711/cgroup"), "4:memory:/docker/abc\n");
        isGap(read(1), Reason.NOT_SUPPORTED, "no control group of the second version");
    }
}
