package io.github.vramguard.source.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTests {

    @TempDir
    Path process;

    private Membership of(String cgroup) throws IOException {
        Files.writeString(process.resolve("cgroup"), cgroup);
        return Membership.of(process);
    }

    @Test
    void inVersion2ThereIsOneHierarchy() throws IOException {
        Membership membership = of("0::/system.slice/ollama.service\n");
        assertThat(membership.unified()).contains("system.slice/ollama.service");
        assertThat(membership.ofMemory()).isEmpty();
    }

    @Test
    void inVersion1EachControllerHasOne() throws IOException {
        Membership membership = of("13:cpuset:/docker/4f5e\n10:memory:/docker/4f5e\n1:name=systemd:/docker/4f5e\n");
        assertThat(membership.unified()).isEmpty();
        assertThat(membership.ofMemory()).contains("docker/4f5e");
    }

    @Test
    void bothVersionsMayBeInUse() throws IOException {
        Membership membership = of("10:memory:/user.slice\n0::/user.slice/session-1.scope\n");
        assertThat(membership.unified()).contains("user.slice/session-1.scope");
        assertThat(membership.ofMemory()).contains("user.slice");
    }

    @Test
    void theRootOfAHierarchyIsAGroup() throws IOException {
        assertThat(of("0::/\n").unified()).contains("");
    }

    @Test
    void aProcessThatHasEndedIsInNone() {
        assertThat(Membership.of(process.resolve("gone")).unified()).isEmpty();
        assertThat(Membership.of(process.resolve("gone")).ofMemory()).isEmpty();
    }
}
