package io.github.vramguard.samples;

import org.testcontainers.DockerClientFactory;

/** The image of the samples that use Docker: Debian with its package of llama.cpp. */
final class LlamaImage {

    static final String NAME = "vramguard/llama-server:forky";

    private LlamaImage() {}

    /** Whether Docker answers and has the image. */
    static boolean isHere() {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(NAME).exec();
            return true;
        } catch (RuntimeException absent) {
            return false;
        }
    }
}
