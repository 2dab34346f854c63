package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.junit.RequiresGpu;
import io.github.vramguard.testcontainers.GpuRequest;
import io.github.vramguard.testcontainers.LlamaServerContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A container with all NVIDIA GPUs of the machine. If Docker cannot provide them, the start fails with an error that names what
 * to install; without the request it would run slowly on the CPU.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S15_GpuRequest -Dsurefire.failIfNoSpecifiedTests=false}
 */
@RequiresGpu
@EnabledIf(value = "io.github.vramguard.samples.Images#haveLlama", disabledReason = Images.NO_LLAMA)
class S15_GpuRequest {

    @Test
    void theContainerSeesTheGpus() throws Exception {
        try (LlamaServerContainer llama = new LlamaServerContainer(Images.LLAMA)
                .withCommand("llama-server")
                .withCreateContainerCmdModifier(GpuRequest.all())) {
            llama.start();

            assertThat(llama.execInContainer("nvidia-smi", "-L").getStdout()).contains("GPU 0");
        }
    }
}
