package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTests {

    private static final long MACHINE = 1_000_000 * 1024L;

    @TempDir
    Path root;

    private AvailableMemory memory = AvailableMemory.ofThisMachine();

    @BeforeEach
    void aMachineWithOneMillionKilobytesAndAProcessInAGroup() throws IOException {
        memory = new AvailableMemory(root.resolve("proc"), root.resolve("cgroup"));
        write("proc/meminfo", "MemTotal:        2000000 kB\nMemAvailable:    1000000 kB\n");
        write("proc/self/cgroup", "4:memory:/elsewhere\n0::/slice/task\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file).normalize();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void limit(String group, String max, long current, long inactiveFile) throws IOException {
        write("cgroup" + group + "/memory.max", max + "\n");
        write("cgroup" + group + "/memory.current", current + "\n");
        write("cgroup" + group + "/memory.stat", "anon 5\nfile 9\ninactive_file " + inactiveFile + "\n");
    }

    @Test
    void withoutControlGroupsTheMachineIsTheLimit() {
        assertThat(memory.bytes()).hasValue(MACHINE);
    }

    @Test
    void aGroupWithoutALimitChangesNothing() throws IOException {
        limit("/slice/task", "max", 700, 0);
        assertThat(memory.bytes()).hasValue(MACHINE);
    }

    @Test
    void theLimitOfTheGroupCountsWhenItIsNearer() throws IOException {
        limit("/slice/task", "1000", 700, 50);
        assertThat(memory.bytes()).hasValue(350);
    }

    @Test
    void theLimitOfTheMachineCountsWhenItIsNearer() throws IOException {
        limit("/slice/task", Long.toString(2 * MACHINE), 700, 0);
        assertThat(memory.bytes()).hasValue(MACHINE);
    }

    @Test
    void groupsFurtherUpCountToo() throws IOException {
        limit("/slice/task", "1000", 100, 0);
        limit("/slice", "2000", 1900, 0);
        assertThat(memory.bytes()).hasValue(100);
    }

    @Test
    void aPathThatLeadsOutOfTheHierarchyIsNotFollowed() throws IOException {
        write("proc/self/cgroup", "0::/../../proc\n");
        limit("/../proc", "10", 0, 0);
        assertThat(memory.bytes()).hasValue(MACHINE);
    }

    @Test
    void withoutProcThereIsNoAnswer() {
        assertThat(new AvailableMemory(root.resolve("none"), root).bytes()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineHasSome() {
        assertThat(AvailableMemory.ofThisMachine().bytes().orElseThrow()).isPositive();
    }
}
