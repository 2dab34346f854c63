package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.realserver.RealLlamaServer;
import io.github.vramguard.realserver.ServerProcess;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A model server that is a process of its own: to answer prompts must not cost it memory. Its prompt cache is switched off,
 * because that grows with each new prompt, and is meant to.
 *
 * <p>{@code ./mvnw -pl samples -am test -Dtest=S09_ServerProcess -Dsurefire.failIfNoSpecifiedTests=false} runs it, and skips
 * it where no llama-server is on the PATH.
 */
@EnabledOnOs(OS.LINUX)
class S09_ServerProcess {

    @Test
    void answersWithoutKeepingMemory() throws Exception {
        try (ServerProcess process =
                RealLlamaServer.single(Models.LLAMA).withoutPromptCache().asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(process.address()));

            HarnessResult result = LoadUnloadHarness.of(
                            Targets.tree(process.handle().pid()))
                    .run(() -> "tiny", model -> server.use(model, "Once upon a time"), model -> {});

            assertThat(result).returnsToBaseline();
        }
    }
}
