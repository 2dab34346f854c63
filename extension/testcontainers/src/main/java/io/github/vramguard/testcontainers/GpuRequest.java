package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Gives a container NVIDIA GPUs, or fails its start where Docker has none to give:
 *
 * <pre>{@code
 * new OllamaContainer("ollama/ollama:0.33.0").withCreateContainerCmdModifier(GpuRequest.all());
 * }</pre>
 *
 * <p>Without it {@code OllamaContainer} asks for GPUs only where Docker has the runtime {@code nvidia}, and starts without
 * any elsewhere. This one also asks by CDI, in place of what was asked for before. Where Docker has neither, {@code start()}
 * throws, with an {@link IllegalStateException} as a cause that names what to install. Where Docker does not tell which
 * devices its CDI knows, it is asked all the same, and itself refuses to start the container.
 */
public final class GpuRequest implements Consumer<CreateContainerCmd> {

    private final List<String> devices;

    private GpuRequest(List<String> devices) {
        this.devices = devices;
    }

    /**
     * All GPUs of the machine.
     *
     * @return the request, for {@code withCreateContainerCmdModifier}
     */
    public static GpuRequest all() {
        return new GpuRequest(List.of());
    }

    /**
     * Some GPUs of the machine.
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
     * Asks for the GPUs; Testcontainers calls this when it creates the container.
     *
     * @param command creates the container
     * @throws IllegalStateException if Docker has no GPU to give
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
