package io.github.vramguard.samples;

import de.kherud.llama.LlamaModel;
import io.github.vramguard.junit.RequiresGpu;
import io.github.vramguard.junit.VramBudget;
import org.junit.jupiter.api.Test;

/** A limit for the GPU memory of a test. It is skipped, with the reason, where no GPU can be read. */
class S06_Budget {

    @Test
    @RequiresGpu
    @VramBudget("6 GiB")
    void answersAPrompt() {
        try (LlamaModel model = LlamaCpp.load(Models.LLAMA)) {
            LlamaCpp.complete(model, "Once upon a time");
        }
    }
}
