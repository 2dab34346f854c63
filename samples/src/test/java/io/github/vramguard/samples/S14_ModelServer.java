package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.realserver.RealLlamaServer;
import io.github.vramguard.realserver.RealServer;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.server.ServedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A model server that is told to load and to unload: what a model took must be back once the server says that it is gone. A
 * llama-server without a model of its own is such a router; it starts a process for each model.
 *
 * <p>{@code ./mvnw -pl samples -am test -Dtest=S14_ModelServer -Dsurefire.failIfNoSpecifiedTests=false} runs it, and skips it
 * where no llama-server is on the PATH.
 */
@EnabledOnOs(OS.LINUX)
class S14_ModelServer {

    @Test
    void loadsUsesAndUnloads() throws Exception {
        try (RealServer router =
                RealLlamaServer.router(Models.LLAMA.getParent()).asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(router.address()));
            ServedModel model = new ServedModel(server, "llama", "Once upon a time");

            HarnessResult result =
                    LoadUnloadHarness.of(router.target()).run(model::load, ServedModel::use, ServedModel::unload);

            assertThat(result).returnsToBaseline();
        }
    }
}
