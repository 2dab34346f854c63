package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.junit.MemoryParameters;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.server.ModelServer;
import io.github.vramguard.server.ServerError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A conversation grows, and that is not a leak. Marks record how many tokens it has, and the growth between marks is compared
 * with what the file of the model says each token takes. llama.cpp reserves memory for the whole context when it loads.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S16_Conversation -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(
        value = "io.github.vramguard.samples.LlamaServerProcess#isInstalled",
        disabledReason = "no llama-server on the PATH")
@ExtendWith(MemoryParameters.class)
class S16_Conversation {

    private static final String MODEL = "tiny";

    @Test
    void growsAndIsErased(Cycles cycles) throws Exception {
        String directory = Models.WIDE_LLAMA.getParent().toString();
        try (LlamaServerProcess llama = LlamaServerProcess.start(
                "-m", Models.WIDE_LLAMA.toString(), "--alias", MODEL, "-c", "4096", "--slot-save-path", directory)) {
            ModelServer server = llama.server();

            Trace trace = cycles.run(cycle -> {
                cycle.mark("start", tokens(server));
                server.use(MODEL, "Once upon a time there was a model. ".repeat(10));
                cycle.mark("turn", tokens(server));
                server.reset(MODEL);
            });

            assertThat(TurnGrowth.linesOf(trace))
                    .containsExactly("nothing grows with tokens: the cache of 64 MiB is reserved at load");
        }
    }

    private static long tokens(ModelServer server) throws ServerError {
        return server.contextInUse(MODEL).orElseThrow();
    }
}
