package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vramguard.memory.MemoryTarget.Container;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupTests {

    private static final String ID = "4f5e8c1d9a7b0000000000000000000000000000000000000000000000000000";

    @TempDir
    Path root;

    private void group(String path, String processes) throws IOException {
        Path directory = Files.createDirectories(root.resolve(path));
        Files.writeString(directory.resolve("cgroup.procs"), processes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system.slice/docker-" + ID + ".scope",
                "docker/" + ID,
                "memory/docker/" + ID,
                "machine.slice/libpod-" + ID + ".scope",
                "kubepods.slice/kubepods-burstable.slice/kubepods-pod1.slice/cri-containerd-" + ID + ".scope",
                "kubepods/besteffort/pod1/" + ID
            })
    void aContainerIsFoundByTheBeginningOfItsId(String path) throws IOException {
        group(path, "17\n18\n");
        group("docker/" + "a".repeat(64), "99\n");
        assertThat(new ControlGroups(root).ofContainer("4f5e8c").pids()).containsExactly(17L, 18L);
        assertThat(new ControlGroups(root).ofContainer(ID).pids()).containsExactly(17L, 18L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unified/", "systemd/", "memory/"})
    void aGroupIsFoundByItsPathInWhicheverHierarchyHasIt(String hierarchy) throws IOException {
        group(hierarchy + "system.slice/ollama.service", "17\n");
        assertThat(new ControlGroups(root).at("/system.slice/ollama.service").pids())
                .containsExactly(17L);
        assertThat(new ControlGroups(root).at("system.slice/ollama.service").pids())
                .containsExactly(17L);
    }

    @Test
    void aGroupIsFoundByItsDirectory() throws IOException {
        group("kubepods.slice/pod1", "17\n");
        String directory = root.resolve("kubepods.slice/pod1").toString();
        assertThat(new ControlGroups(Path.of("/nowhere")).at(directory).pids()).containsExactly(17L);
    }

    @Test
    void whatIsNoGroupIsRefused() throws IOException {
        Files.createDirectories(root.resolve("no/group"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlGroups(root).at("/no/group"))
                .withMessage("\"/no/group\" is not a control group, neither by itself nor below " + root
                        + "; /proc/PID/cgroup shows the group of a process");
    }

    @Test
    void theGroupsWithinAContainerBelongToIt() throws IOException {
        group("docker/" + ID, "17\n");
        group("docker/" + ID + "/init", "19\n17\n");
        assertThat(new ControlGroups(root).ofContainer(ID).pids()).containsExactly(17L, 19L);
    }

    @Test
    void aProcessOfAnotherNamespaceHasNoIdHere() throws IOException {
        group("docker/" + ID, "0\n0\n");
        assertThat(new ControlGroups(root).ofContainer(ID).pids()).isEmpty();
    }

    @Test
    void theSameContainerInSeveralHierarchiesIsOne() throws IOException {
        group("memory/docker/" + ID, "17\n");
        group("cpu/docker/" + ID, "17\n");
        assertThat(new ControlGroups(root).ofContainer(ID).pids()).containsExactly(17L);
    }

    @Test
    void groupsThatComeAndGoHideNoOther() throws Exception {
        group("docker/" + ID, "17\n");
        group("docker/" + ID + "/nested", "18\n");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                for (Path shortLived : List.of(root.resolve("docker/other"), root.resolve("docker/" + ID + "/other"))) {
                    Path inner = shortLived.resolve("inner");
                    assertThat(inner.toFile().mkdirs()
                                    && inner.toFile().delete()
                                    && shortLived.toFile().delete())
                            .isTrue();
                }
            }
        });

        try {
            for (int i = 0; i < 2000; i++) {
                assertThat(new ControlGroups(root).ofContainer(ID).pids()).containsExactly(17L, 18L);
            }
        } finally {
            done.set(true);
        }
        others.get(10, TimeUnit.SECONDS);
    }

    @Test
    void aBeginningThatSeveralShareIsRefused() throws IOException {
        group("docker/" + ID, "17\n");
        group("docker/" + ID.replace("000", "111"), "18\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlGroups(root).ofContainer("4f5e8c"))
                .withMessageStartingWith("\"4f5e8c\" is the beginning of several ids: ");
    }

    @Test
    void aContainerThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlGroups(root).ofContainer("4f5e8c"))
                .withMessageEndingWith("is it running, and on this machine?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4f5e", "../../etc", "a b c d e f"})
    void whatIsNoIdIsRefused(String container) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlGroups(root).ofContainer(container))
                .withMessageContaining("is not the id of a container");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessesOfAGroupAreThoseThatRun() throws IOException {
        long self = ProcessHandle.current().pid();
        group("docker/" + ID, self + "\n99999999\n");
        Container container = new ControlGroups(root).container(ID);
        assertThat(Processes.ofThisMachine().membersOf(container))
                .extracting(OneProcess::pid)
                .containsExactly(self);
    }

    @Test
    void aGroupThatVanishedHasNoProcess() {
        assertThat(new ControlGroup(root.resolve("gone")).pids()).isEmpty();
    }
}
