package io.github.vramguard.server;

import java.net.URI;

/** The servers that there are clients for, with the parameters that the tests use. */
enum Product {
    OLLAMA("Ollama") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.ollama(Connection.to(address).within(deadlines));
        }
    },
    LLAMA_SERVER("llama-server") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.llamaServer(Connection.to(address).within(deadlines));
        }
    },
    VLLM("vLLM") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.vllm(Connection.to(address).within(deadlines), 1);
        }
    },
    TRITON("Triton") {
        @Override
        ModelServer at(URI address, Deadlines deadlines) {
            return ModelServers.triton(Connection.to(address).within(deadlines), prompt -> "{\"inputs\":[]}");
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
