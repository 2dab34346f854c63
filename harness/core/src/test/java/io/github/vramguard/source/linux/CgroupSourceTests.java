package io.github.vramguard.source.linux;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CgroupSourceTests {

    @TempDir
    Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CgroupSource source() {
        return new CgroupSource(new Processes(root.resolve("proc")), root.resolve("cgroup"));
    }

    private Reading read(String group) {
        return read(source(), group);
    }

    private Reading read(CgroupSource source, String group) {
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
    void inTheFirstVersionThePodIsChargedForAllItsContainers() throws IOException {
        file("cgroup/systemd/kubepods/pod/c/cgroup.procs", "4711\n");
        file("proc/4711/cgroup", "5:memory:/kubepods/pod/c\n1:name=systemd:/kubepods/pod/c\n");
        file("cgroup/memory/kubepods/pod/memory.stat", "total_rss 3000\n");
        file("cgroup/memory/kubepods/pod/c/memory.stat", "total_rss 1000\n");
        assertThat(read("systemd/kubepods/pod")).isEqualTo(new Bytes(3000));
    }

    /** As of a service of systemd without MemoryAccounting. */
    @Test
    void inTheFirstVersionAGroupIsNotChargedForWhatOthersTook() throws IOException {
        file("cgroup/systemd/system.slice/some.service/cgroup.procs", "4711\n");
        file("proc/4711/cgroup", "5:memory:/system.slice\n1:name=systemd:/system.slice/some.service\n");
        file("cgroup/memory/system.slice/memory.stat", "total_rss 9000\n");
        isGap(
                read("systemd/system.slice/some.service"),
                Reason.NOT_SUPPORTED,
                "switch the memory controller of control groups on");
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

    private void secondVersion(long taken, String limit, int kills) throws IOException {
        file("cgroup/docker/c/memory.stat", "anon " + taken + "\n");
        file("cgroup/docker/c/memory.max", limit + "\n");
        file("cgroup/docker/c/memory.events", "low 0\nhigh 0\nmax 9\noom " + kills + "\noom_kill " + kills + "\n");
    }

    private void firstVersion(long taken, long limit, int kills) throws IOException {
        file("cgroup/memory/docker/c/memory.stat", "rss 1\ntotal_rss " + taken + "\n");
        file("cgroup/memory/docker/c/memory.limit_in_bytes", limit + "\n");
        file("cgroup/memory/docker/c/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill " + kills + "\n");
    }

    private void remove(String directory) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(directory))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(root.resolve(directory));
    }

    @Test
    void inTheSecondVersionALevelAfterAKillForWantOfMemoryIsAGap() throws IOException {
        CgroupSource source = source();
        secondVersion(1000, "67108864", 0);
        assertThat(read(source, "docker/c")).isEqualTo(new Bytes(1000));

        secondVersion(200, "67108864", 1);
        isGap(
                read(source, "docker/c"),
                Reason.PROCESS_GONE,
                "a process of container c was OOM-killed: its limit is 64 MiB");
    }

    @Test
    void inTheFirstVersionALevelAfterAKillForWantOfMemoryIsAGap() throws IOException {
        CgroupSource source = source();
        firstVersion(1000, 67108864, 2);
        assertThat(read(source, "memory/docker/c")).isEqualTo(new Bytes(1000));

        firstVersion(200, 67108864, 4);
        isGap(
                read(source, "memory/docker/c"),
                Reason.PROCESS_GONE,
                "2 processes of container c were OOM-killed: its limit is 64 MiB");
    }

    @Test
    void aKillBeforeTheFirstReadingIsNoGap() throws IOException {
        CgroupSource source = source();
        secondVersion(1000, "67108864", 3);
        assertThat(read(source, "docker/c")).isEqualTo(new Bytes(1000));
        assertThat(read(source, "docker/c")).isEqualTo(new Bytes(1000));
    }

    @Test
    void aContainerThatEndedAfterAKillEndedForThat() throws IOException {
        CgroupSource source = source();
        secondVersion(1000, "67108864", 0);
        read(source, "docker/c");
        secondVersion(200, "67108864", 1);
        read(source, "docker/c");
        remove("cgroup/docker/c");

        isGap(read(source, "docker/c"), Reason.PROCESS_GONE, "OOM-killed: its limit is 64 MiB, and it has ended");
    }

    @Test
    void aContainerThatEndedAtOnceIsToldWithItsLimit() throws IOException {
        CgroupSource source = source();
        secondVersion(62_000_000, "67108864", 0);
        read(source, "docker/c");
        remove("cgroup/docker/c");

        isGap(
                read(source, "docker/c"),
                Reason.PROCESS_GONE,
                "; when it was last read it held 59.1 MiB and its limit is 64 MiB: docker inspect shows whether");
    }

    /** Its files go one after the other, so that a last reading may find some of them. */
    @ParameterizedTest
    @CsvSource({"memory.max", "memory.events"})
    void aFileThatGoesBeforeTheOthersTakesNothingOfWhatItSaid(String file) throws IOException {
        CgroupSource source = source();
        secondVersion(1000, "67108864", 0);
        read(source, "docker/c");
        secondVersion(200, "67108864", 1);
        read(source, "docker/c");
        Files.delete(root.resolve("cgroup/docker/c/" + file));
        read(source, "docker/c");
        remove("cgroup/docker/c");

        isGap(read(source, "docker/c"), Reason.PROCESS_GONE, "OOM-killed: its limit is 64 MiB, and it has ended");
    }

    @Test
    void aContainerWithoutALimitEndedForAnotherReason() throws IOException {
        CgroupSource source = source();
        secondVersion(1000, "max", 0);
        read(source, "docker/c");
        remove("cgroup/docker/c");

        assertThat(((Gap) read(source, "docker/c")).detail())
                .isEqualTo("container c has ended: there is no " + root.resolve("cgroup/docker/c"));
    }

    @Test
    void inTheFirstVersionAVeryLargeLimitIsNone() throws IOException {
        firstVersion(1000, 9223372036854771712L, 0);
        assertThat(MemoryLimit.of(root.resolve("cgroup/memory/docker/c")).bytes())
                .isEmpty();
    }

    @Property
    void anyTextIsReadWithoutAnException(@ForAll String text) {
        assertThat(MemoryStat.parse(text.lines())).isNotNull();
        assertThat(MemoryStat.parse(Stream.of("anon " + text.replaceAll("\\s", "x") + "z")))
                .isEmpty();
    }
}
