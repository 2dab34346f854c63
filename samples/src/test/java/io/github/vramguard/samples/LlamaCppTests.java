package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;

import de.kherud.llama.LlamaModel;
import org.junit.jupiter.api.Test;

class LlamaCppTests {

    @Test
    void completesAPromptWithTheTinyModel() {
        try (LlamaModel model = LlamaCpp.load(Models.LLAMA)) {
            assertThat(LlamaCpp.complete(model, "Once")).isNotEmpty();
        }
    }
}
