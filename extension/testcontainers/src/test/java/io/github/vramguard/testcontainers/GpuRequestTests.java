package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.HostConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

class GpuRequestTests {

    private static final Map<String, Object> RUNC = Map.of("runc", Map.of("path", "runc"));
    private static final Map<String, Object> NVIDIA =
            Map.of("runc", Map.of("path", "runc"), "nvidia", Map.of("path", "nvidia-container-runtime"));
    private static final List<String> DIRECTORIES = List.of("/etc/cdi", "/var/run/cdi");

    private static Map<String, Object> cdi(String... devices) {
        List<Map<String, String>> discovered = Stream.of(devices)
                .map(device -> Map.of("Source", "cdi", "ID", device))
                .toList();
        return Map.of("Runtimes", RUNC, "CDISpecDirs", DIRECTORIES, "DiscoveredDevices", discovered);
    }

    static Stream<Arguments> daemonsWithGpu() {
        return Stream.of(
                Arguments.of(Map.of("Runtimes", NVIDIA), GpuAccess.NVIDIA_RUNTIME),
                Arguments.of(Map.of("Runtimes", NVIDIA, "CDISpecDirs", DIRECTORIES), GpuAccess.NVIDIA_RUNTIME),
                Arguments.of(cdi("nvidia.com/gpu=0", "nvidia.com/gpu=all"), GpuAccess.CDI),
                Arguments.of(cdi("vendor.com/nic=1", "nvidia.com/gpu=all"), GpuAccess.CDI),
                // Before 28.2 Docker does not list what it discovered: it is asked, and refuses by itself
                Arguments.of(Map.of("Runtimes", RUNC, "CDISpecDirs", DIRECTORIES), GpuAccess.CDI));
    }

    static Stream<Arguments> daemonsWithoutGpu() {
        return Stream.of(
                Arguments.of(Map.of(), "CDI is not enabled"),
                Arguments.of(Map.of("Runtimes", RUNC), "(there are: runc)"),
                Arguments.of(Map.of("Runtimes", RUNC, "CDISpecDirs", List.of()), "CDI is not enabled"),
                Arguments.of(cdi("vendor.com/nic=1"), "none was discovered"),
                Arguments.of(cdi("nvidia.com/mig=0"), "none was discovered"),
                Arguments.of(cdi(), "none was discovered"));
    }

    @ParameterizedTest
    @MethodSource("daemonsWithGpu")
    void aDaemonWithGpusIsAskedByItsOwnWay(Map<String, Object> info, GpuAccess access) {
        assertThat(GpuAccess.of(info)).isEqualTo(access);
    }

    @ParameterizedTest
    @MethodSource("daemonsWithoutGpu")
    void aDaemonWithoutGpusIsRefused(Map<String, Object> info, String found) {
        assertThatThrownBy(() -> GpuAccess.of(info))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runtime \"nvidia\"")
                .hasMessageContaining("nvidia.com/gpu")
                .hasMessageContaining(found)
                .hasMessageContaining("nvidia-container-toolkit")
                .hasMessageContaining("nvidia-ctk runtime configure")
                .hasMessageContaining("nvidia-ctk cdi generate");
    }

    @Test
    void theRuntimeIsAskedForACountOrForNamesAndNeverForBoth() {
        assertThat(GpuAccess.NVIDIA_RUNTIME.request(List.of()))
                .isEqualTo(new DeviceRequest()
                        .withCapabilities(List.of(List.of("gpu")))
                        .withCount(-1));
        assertThat(GpuAccess.NVIDIA_RUNTIME.request(List.of("0", "GPU-4f2a")))
                .isEqualTo(new DeviceRequest()
                        .withCapabilities(List.of(List.of("gpu")))
                        .withDeviceIds(List.of("0", "GPU-4f2a")));
    }

    @Test
    void cdiIsAskedForQualifiedNames() {
        assertThat(GpuAccess.CDI.request(List.of()))
                .isEqualTo(new DeviceRequest().withDriver("cdi").withDeviceIds(List.of("nvidia.com/gpu=all")));
        assertThat(GpuAccess.CDI.request(List.of("0", "GPU-4f2a")).getDeviceIds())
                .containsExactly("nvidia.com/gpu=0", "nvidia.com/gpu=GPU-4f2a");
    }

    @Test
    @RequiresDocker
    void whatWasAskedForBeforeIsReplaced() {
        HostConfig host = new HostConfig().withDeviceRequests(List.of(new DeviceRequest().withCount(-1)));
        try (CreateContainerCmd command = DockerClientFactory.lazyClient().createContainerCmd(RequiresDocker.IMAGE)) {
            GpuRequest.device("1").accept(command.withHostConfig(host), Map.of("Runtimes", NVIDIA));
        }

        assertThat(host.getDeviceRequests()).containsExactly(GpuAccess.NVIDIA_RUNTIME.request(List.of("1")));
    }

    @Test
    @RequiresDocker
    void aDockerWithoutGpusFailsTheStartAndNamesWhatWasLookedFor() {
        assumeFalse(Files.exists(Path.of("/dev/nvidiactl")), "Docker may have a GPU to give");
        try (GenericContainer<?> container = new GenericContainer<>(RequiresDocker.IMAGE)
                .withCommand("llama-server")
                .withCreateContainerCmdModifier(GpuRequest.all())) {
            assertThatThrownBy(container::start).hasStackTraceContaining("nvidia.com/gpu");
        }
    }

    @Test
    @RequiresDocker
    void theSameContainerStartsWithoutTheRequest() {
        try (GenericContainer<?> container = new GenericContainer<>(RequiresDocker.IMAGE).withCommand("llama-server")) {
            container.start();

            assertThat(container.isRunning()).isTrue();
        }
    }
}
