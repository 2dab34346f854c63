package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.junit.MemoryParameters;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.realserver.RealLlamaServer;
import io.github.vramguard.realserver.RealServer;
import io.github.vramguard.server.Connection;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ModelServers;
import io.github.vramguard.server.ServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A conversation grows, and that is no leak: marks say how many tokens it has, and growth from mark to mark is compared with
 * what the file of the model says of each. llama.cpp takes the memory for the whole context when it loads.
 *
 * <p>{@code ./mvnw -pl samples -am test -Dtest=S16_Conversation -Dsurefire.failIfNoSpecifiedTests=false} runs it, and skips it
 * where no llama-server is on the PATH.
 */
@EnabledOnOs(OS.LINUX)
@ExtendWith(MemoryParameters.class)
class S16_Conversation {

    private static final String MODEL = "tiny";

    @Test
    void growsAndIsErased(Cycles cycles) throws Exception {
        try (RealServer running = RealLlamaServer.single(Models.WIDE_LLAMA)
                .withoutPromptCache()
                .with("--ctx-size", "4096")
                .with("--slot-save-path", Models.WIDE_LLAMA.getParent().toString())
                .asProcess()) {
            ModelServer server = ModelServers.llamaServer(Connection.to(running.address()));

            Trace trace = cycles.run(cycle -> {
                cycle.mark("start", tokens(server));
                server.use(MODEL, "Once upon a time there was a model. ".repeat(10));
                cycle.mark("turn", tokens(server));
                server.reset(MODEL);
            });

            assertThat(TurnGrowth.linesOf(trace))
                    .containsExactly("nothing grows with tokens: the cache of 64 MiB would be reserved at load");
        }
    }

    private static long tokens(ModelServer server) throws ServerError {
        return server.contextInUse(MODEL).orElseThrow();
    }
}
