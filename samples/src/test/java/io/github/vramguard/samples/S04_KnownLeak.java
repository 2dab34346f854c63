package io.github.vramguard.samples;

import de.kherud.llama.LlamaModel;
import io.github.vramguard.junit.KnownLeak;
import io.github.vramguard.junit.LeakTest;

/**
 * The right way, which still leaks: {@code close()} of java-llama.cpp 4.2.0 does not free the model. The build permits
 * the leak at its size, and fails once it grows or is fixed.
 */
class S04_KnownLeak {

    @LeakTest
    @KnownLeak(reason = "kherud/java-llama.cpp#102", upTo = "32 MiB")
    void answersAPrompt() {
        try (LlamaModel model = LlamaCpp.load(Models.LLAMA)) {
            LlamaCpp.complete(model, "Once upon a time");
        }
    }

    /** A model that was never used leaks its thread as well. */
    @LeakTest
    @KnownLeak(reason = "kherud/java-llama.cpp#102", upTo = "32 MiB")
    @KnownLeak(reason = "kherud/java-llama.cpp#102", upTo = "1", pool = "threads")
    void isNeverUsed() {
        LlamaCpp.load(Models.LLAMA).close();
    }
}
