package io.github.vramguard.cli.model;

import io.github.vramguard.cli.usage.ApiKeyOption;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.server.Connection;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a server is reached that knows the model. */
final class ServerOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where the server listens (default: http://localhost:11434 for Ollama, http://localhost:8080"
                    + " for llama-server)")
    private @Nullable URI url;

    @Mixin
    private ApiKeyOption apiKey = new ApiKeyOption();

    Connection connection(String usual) {
        try {
            return Connection.to(url == null ? URI.create(usual) : url).withApiKey(apiKey.key());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    void mustNotBeGiven() {
        if (url != null) {
            throw new BadInput("--url is for --ollama and --llama-server; a file has none");
        }
    }
}
