package io.github.vramguard.samples;

import static io.github.vramguard.assertj.MemoryAssertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.server.ServedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A model server that loads and unloads a model: the memory of the model must be released once the server reports that it is
 * unloaded. A llama-server without a model of its own is such a router; it starts a process for each model.
 *
 * <p>Run it alone: {@code ./mvnw -q -pl samples -am test -Dtest=S14_ModelServer -Dsurefire.failIfNoSpecifiedTests=false}
 */
@EnabledIf(
        value = "io.github.vramguard.samples.LlamaServerProcess#isInstalled",
        disabledReason = "no llama-server on the PATH")
class S14_ModelServer {

    @Test
    void loadsUsesAndUnloads() throws Exception {
        String models = Models.LLAMA.getParent().toString();
        try (LlamaServerProcess router = LlamaServerProcess.start("--models-dir", models, "-c", "256")) {
            ServedModel model = new ServedModel(router.server(), "llama", "Once upon a time");

            HarnessResult result = LoadUnloadHarness.of(Targets.tree(router.pid()))
                    .run(model::load, ServedModel::use, ServedModel::unload);

            assertThat(result).returnsToBaseline();
        }
    }
}
