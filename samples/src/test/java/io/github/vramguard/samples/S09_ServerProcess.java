package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.server.ModelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A model server that is a process of its own: answering prompts must not cost it memory. Its host prompt cache is turned off,
 * because it grows with each new prompt by design.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S09_ServerProcess -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(
        value = "io.github.vramguard.samples.LlamaServerProcess#isInstalled",
        disabledReason = "no llama-server on the PATH")
class S09_ServerProcess {

    @Test
    void answersWithoutKeepingMemory() throws Exception {
        try (LlamaServerProcess llama =
                LlamaServerProcess.start("-m", Models.LLAMA.toString(), "--alias", "tiny", "-c", "256")) {
            ModelServer server = llama.server();

            HarnessResult result = LoadUnloadHarness.of(Targets.tree(llama.pid()))
                    .run(() -> "tiny", model -> server.use(model, "Once upon a time"), model -> {});

            assertThat(result).returnsToBaseline();
        }
    }
}
