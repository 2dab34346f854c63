package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.testcontainers.DockerClientFactory;

/**
 * Requests NVIDIA GPUs for a container, and fails its start if Docker cannot provide any:
 *
 * <pre>{@code
 * new OllamaContainer("ollama/ollama:0.33.0").withCreateContainerCmdModifier(GpuRequest.all());
 * }</pre>
 *
 * <p>Without it, {@code OllamaContainer} requests GPUs only if Docker has the runtime {@code nvidia}, and otherwise starts
 * without any. This request also uses CDI, and replaces any earlier request. Where Docker has neither, {@code start()}
 * throws, with an {@link IllegalStateException} as a cause that names what to install. Where Docker does not report its CDI
 * devices, the request is sent anyway, and Docker itself refuses to start the container.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class GpuRequest implements Consumer<CreateContainerCmd> {

    private final List<String> devices;

    private GpuRequest(List<String> devices) {
        this.devices = devices;
    }

    /**
     * Requests all GPUs of the machine.
     *
     * @return the request, for {@code withCreateContainerCmdModifier}
     */
    public static GpuRequest all() {
        return new GpuRequest(List.of());
    }

    /**
     * Requests some GPUs of the machine.
     *
     * @param first the index or the UUID of a GPU, as {@code nvidia-smi -L} prints them
     * @param others more of them
     * @return the request, for {@code withCreateContainerCmdModifier}
     */
    public static GpuRequest device(String first, String... others) {
        return new GpuRequest(
                Stream.concat(Stream.of(first), Arrays.stream(others)).toList());
    }

    /**
     * Adds the request; Testcontainers calls this when it creates the container.
     *
     * @param command creates the container
     * @throws IllegalStateException if Docker cannot provide a GPU
     */
    @Override
    public void accept(CreateContainerCmd command) {
        accept(command, DockerClientFactory.lazyClient().infoCmd().exec().getRawValues());
    }

    void accept(CreateContainerCmd command, Map<String, Object> dockerInfo) {
        Objects.requireNonNull(command.getHostConfig(), "Testcontainers sets it")
                .withDeviceRequests(List.of(GpuAccess.of(dockerInfo).request(devices)));
    }
}
