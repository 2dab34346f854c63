package io.github.vramguard.samples;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.nio.file.Path;

/**
 * The real llama.cpp, through java-llama.cpp, on the CPU alone, with one thread and without its log on standard error.
 *
 * <p>java-llama.cpp attaches one thread per model to the JVM and never detaches it. The JVM waits for it in vain, so a
 * program that has loaded a model must end with {@link System#exit}.
 */
public final class LlamaCpp {

    private static final int CONTEXT_TOKENS = 256;

    private LlamaCpp() {}

    /**
     * Load a model.
     *
     * @param gguf the model file
     * @return the model, to be closed by the caller
     */
    public static LlamaModel load(Path gguf) {
        return new LlamaModel(new ModelParameters()
                .setModel(gguf.toString())
                .setDevices("none")
                .setThreads(1)
                .setCtxSize(CONTEXT_TOKENS)
                .disableLog());
    }

    /**
     * Let a model continue a text by eight tokens, the likeliest ones.
     *
     * @param model the model
     * @param prompt the text
     * @return what follows it
     */
    public static String complete(LlamaModel model, String prompt) {
        return model.complete(new InferenceParameters(prompt).setNPredict(8).setTemperature(0));
    }
}
