package io.github.vramguard.samples;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The images of the samples that use Docker: Debian with its package of llama.cpp, and the same with Ollama on top. */
final class Images {

    static final String LLAMA = "vramguard/llama-server:forky";
    static final String OLLAMA = "vramguard/ollama:forky";

    /** What removes the containers of a JVM that was killed. */
    private static final String RYUK = "testcontainers/ryuk:0.14.0";

    static final String NO_LLAMA = "Docker does not answer, or has no image " + LLAMA + Images.OR_RYUK;
    static final String NO_OLLAMA = "Docker does not answer, or has no image " + OLLAMA + Images.OR_RYUK;

    private static final String WITHOUT_RYUK = "TESTCONTAINERS_RYUK_DISABLED";
    private static final String OR_RYUK = " or " + RYUK + ", which " + WITHOUT_RYUK + "=true leaves out";

    private Images() {}

    static boolean haveLlama() {
        return areHere(LLAMA);
    }

    static boolean haveOllama() {
        return areHere(OLLAMA);
    }

    /** Asks Docker itself: Testcontainers would try for minutes to pull an image where there is no network. */
    private static boolean areHere(String image) {
        List<String> inspect = new ArrayList<>(List.of("docker", "image", "inspect", image));
        if (!Boolean.parseBoolean(System.getenv(WITHOUT_RYUK))) {
            inspect.add(RYUK);
        }
        try {
            Process docker = new ProcessBuilder(inspect)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = docker.waitFor(10, SECONDS);
            docker.destroyForcibly();
            return ended && docker.exitValue() == 0;
        } catch (IOException noDocker) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
