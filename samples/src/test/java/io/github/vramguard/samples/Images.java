package io.github.vramguard.samples;

import org.testcontainers.DockerClientFactory;

/** The images of the samples that use Docker: Debian with its package of llama.cpp, and the same with Ollama on top. */
final class Images {

    static final String LLAMA = "vramguard/llama-server:forky";
    static final String OLLAMA = "vramguard/ollama:forky";

    private Images() {}

    static boolean haveLlama() {
        return isHere(LLAMA);
    }

    static boolean haveOllama() {
        return isHere(OLLAMA);
    }

    /** Whether Docker answers and has the image. */
    private static boolean isHere(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (RuntimeException absent) {
            return false;
        }
    }
}
