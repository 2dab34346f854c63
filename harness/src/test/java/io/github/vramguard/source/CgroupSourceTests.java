package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupSourceTests {

    @TempDir
    Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Reading read(String group) {
        CgroupSource source = new CgroupSource(new Processes(root.resolve("proc")), root.resolve("cgroup"));
        Container container = new Container(
                "container c", root.resolve("cgroup").resolve(group).toString());
        return source.read(container).get(Pool.CONTAINER);
    }

    private static void isGap(Reading reading, Reason reason, String words) {
        assertThat(reading).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(reason);
            assertThat(gap.detail()).contains(words);
        });
    }

    @Test
    void theSecondVersionChargesAnonymousSharedAndSwappedMemory() throws IOException {
        file("cgroup/docker/c/memory.stat", "anon 1000\nfile 70000\nkernel 5\nshmem 200\nfile_mapped 7\n");
        file("cgroup/docker/c/memory.swap.current", "30\n");
        assertThat(read("docker/c")).isEqualTo(new Bytes(1230));
    }

    @Test
    void withoutSwapThereIsNoneSwappedOut() throws IOException {
        file("cgroup/docker/c/memory.stat", "anon 1000\nshmem 200\n");
        assertThat(read("docker/c")).isEqualTo(new Bytes(1200));
    }

    @Test
    void theFirstVersionHasAHierarchyForMemoryAlone() throws IOException {
        file("cgroup/pids/docker/c/cgroup.procs", "4711\n");
        file("proc/4711/cgroup", "5:memory:/docker/c\n4:pids:/docker/c\n0::/docker/c\n");
        file(
                "cgroup/memory/docker/c/memory.stat",
                "cache 9\nrss 1\nswap 1\ntotal_cache 90000\ntotal_rss 1000\ntotal_shmem 200\ntotal_swap 30\n");
        assertThat(read("pids/docker/c")).isEqualTo(new Bytes(1230));
    }

    @Test
    void aContainerThatEndedIsAGap() {
        isGap(read("docker/c"), Reason.PROCESS_GONE, "container c has ended");
    }

    @Test
    void aGroupThatIsNotChargedIsAGap() throws IOException {
        file("cgroup/docker/c/cgroup.procs", "4711\n");
        isGap(read("docker/c"), Reason.NOT_SUPPORTED, "switch the memory controller of control groups on");
    }

    @Test
    void aFileOfAnotherFormIsAGap() throws IOException {
        file("cgroup/docker/c/memory.stat", "nothing of this\n");
        isGap(read("docker/c"), Reason.NOT_SUPPORTED, "neither anon nor total_rss");
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll String text) {
        assertThat(MemoryStat.parse(text.lines())).isNotNull();
        assertThat(MemoryStat.parse(Stream.of("anon " + text.replaceAll("\\s", "x") + "z")))
                .isEmpty();
    }
}
