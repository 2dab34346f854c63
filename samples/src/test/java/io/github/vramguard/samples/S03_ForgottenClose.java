package io.github.vramguard.samples;

import de.kherud.llama.LlamaModel;
import io.github.vramguard.junit.LeakTest;

/**
 * A real leak, which every functional test passes: the test closes its model, but {@code close()} of java-llama.cpp 4.2.0
 * forgets to free it (kherud/java-llama.cpp#102). This sample fails, which {@link ForgottenCloseTests} asserts.
 */
class S03_ForgottenClose {

    @LeakTest
    void answersAPrompt() {
        try (LlamaModel model = LlamaCpp.load(Models.LLAMA)) {
            LlamaCpp.complete(model, "Once upon a time");
        }
    }
}
