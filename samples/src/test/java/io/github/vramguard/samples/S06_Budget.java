package io.github.vramguard.samples;

import de.kherud.llama.LlamaModel;
import io.github.vramguard.junit.PredictedVramBudget;
import io.github.vramguard.junit.RequiresGpu;
import io.github.vramguard.junit.VramBudget;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits for the GPU memory of a test. It is skipped, with the reason, where no GPU can be read. */
class S06_Budget {

    private static final String MODEL = "target/llama.gguf";

    @BeforeAll
    static void writeModel() throws IOException {
        TinyLlama.smallest().writeTo(Path.of(MODEL));
    }

    @Test
    @RequiresGpu
    @VramBudget("6 GiB")
    void answersAPrompt() {
        try (LlamaModel model = LlamaCpp.load(Path.of(MODEL))) {
            LlamaCpp.complete(model, "Once upon a time");
        }
    }

    /** What llama.cpp will take according to the header of the file, plus 10%. */
    @Test
    @RequiresGpu
    @PredictedVramBudget(model = MODEL, context = 256, slack = "10%")
    void staysWithinItsPrediction() {
        answersAPrompt();
    }
}
