package io.github.vramguard.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTests {

    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(
                root, option -> Optional.of("on").filter(on -> option.equals("AlwaysPreTouch")), environment);
    }

    private String container(Map<String, String> environment) {
        return surroundings(environment).machine().getOrDefault("container", "");
    }

    @Test
    void theSystemHasItsDistribution() throws IOException {
        write("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n");

        assertThat(surroundings(Map.of()).machine().get("system"))
                .startsWith(System.getProperty("os.name"))
                .endsWith(", Debian GNU/Linux 12");
    }

    @Test
    void windowsBelowLinuxIsNamed() throws IOException {
        assertThat(surroundings(Map.of()).machine().get("system")).doesNotContain("WSL2");

        write("proc/sys/kernel/osrelease", "5.15.167.4-microsoft-standard-WSL2\n");

        assertThat(surroundings(Map.of()).machine().get("system")).contains("WSL2");
    }

    @ParameterizedTest
    @CsvSource({
        ".dockerenv, '', yes",
        "run/.containerenv, '', yes",
        "proc/self/cgroup, 0::/kubepods/pod1, yes",
        "proc/self/cgroup, 0::/system.slice/docker-1f.scope, yes",
        "proc/self/cgroup, 0::/user.slice, none seen",
    })
    void aContainerIsKnownByItsFiles(String file, String text, String container) throws IOException {
        write(file, text);

        assertThat(container(Map.of())).isEqualTo(container);
    }

    @Test
    void aContainerOfKubernetesIsKnownByItsEnvironment() {
        assertThat(container(Map.of())).isEqualTo("none seen");
        assertThat(container(Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1"))).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource({"4026531836, those of the machine", "4026532201, --pid=host"})
    void aNamespaceOfProcessIdsIsKnownByItsNumber(String number, String said) throws IOException {
        Files.createDirectories(root.resolve("proc/self/ns"));
        Files.createSymbolicLink(root.resolve("proc/self/ns/pid"), Path.of("pid:[" + number + "]"));

        assertThat(container(Map.of()))
                .startsWith("none seen, process ids are ")
                .contains(said);
    }

    @Test
    void theRuntimeHasTheOptionsAndVariablesThatAreSet() {
        assertThat(surroundings(Map.of("MALLOC_ARENA_MAX", "2", "HOME", "/root"))
                        .runtime())
                .containsKeys("java", "collector")
                .containsEntry("options", "AlwaysPreTouch=on")
                .containsEntry("variables", "MALLOC_ARENA_MAX=2");
        assertThat(surroundings(Map.of()).runtime()).doesNotContainKey("variables");
    }

    @Test
    void thisProcessHasACollectorAndASizeOfItsHeap() {
        Map<String, String> runtime = Surroundings.ofThisProcess().runtime();

        assertThat(runtime.get("java")).contains(Runtime.version().toString());
        assertThat(runtime.get("collector")).isNotEmpty();
        assertThat(runtime.get("options")).contains("MaxHeapSize=");
    }
}
