package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.realserver.RealLlamaServer;
import io.github.vramguard.realserver.ServerContainer;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A container that runs on this machine, by the id that {@code docker ps} shows, whoever has started it. What is measured is
 * all of its processes together, and what its control group is charged.
 *
 * <p>{@code ./mvnw -pl samples -am test -Dtest=S10_Container -Dsurefire.failIfNoSpecifiedTests=false} runs it, and skips it
 * where Docker has no image with a llama-server.
 */
@EnabledOnOs(OS.LINUX)
class S10_Container {

    @Test
    void answersWithoutKeepingMemory() throws Exception {
        try (ServerContainer container =
                RealLlamaServer.single(Models.LLAMA).withoutPromptCache().inContainer()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(container.address()));

            HarnessResult result = LoadUnloadHarness.of(Targets.container(container.id()))
                    .run(() -> "tiny", model -> server.use(model, "Once upon a time"), model -> {});

            assertThat(result).returnsToBaseline();
        }
    }
}
