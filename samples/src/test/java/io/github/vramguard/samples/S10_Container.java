package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.testcontainers.LlamaServerContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A container that runs on this machine, by the id that {@code docker ps} shows, no matter who started it. The target is all of
 * its processes together, and what is charged to its control group.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S10_Container -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(
        value = "io.github.vramguard.samples.Images#haveLlama",
        disabledReason = "Docker does not answer or has no image " + Images.LLAMA)
class S10_Container {

    @Test
    void answersWithoutKeepingMemory() throws Exception {
        try (LlamaServerContainer llama = new LlamaServerContainer(Images.LLAMA)
                .withCommand("llama-server")
                .withModel(Models.LLAMA)) {
            llama.start();
            ModelServer server = llama.server();
            server.load("llama");

            HarnessResult result = LoadUnloadHarness.of(Targets.container(llama.getContainerId()))
                    .run(() -> "llama", model -> server.use(model, "Once upon a time"), model -> {});

            assertThat(result).returnsToBaseline();
        }
    }
}
