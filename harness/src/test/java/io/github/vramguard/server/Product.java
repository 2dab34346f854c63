package io.github.vramguard.server;

import java.net.URI;

/** The servers that there are clients for, with the parameters that the tests use. */
enum Product {
    OLLAMA("Ollama") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.ollama(address, deadlines);
        }
    },
    LLAMA_SERVER("llama-server") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.llamaServer(address, deadlines);
        }
    },
    VLLM("vLLM") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.vllm(address, 1, deadlines);
        }
    },
    TRITON("Triton") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.triton(address, prompt -> "{\"inputs\":[]}", deadlines);
        }
    };

    private final String title;

    Product(String title) {
        this.title = title;
    }

    abstract ModelServer at(URI address, Deadlines deadlines);

    String title() {
        return title;
    }
}
