package io.github.vramguard.cli.usage;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The key of a server: the same option for every command that asks one. */
public final class ApiKeyOption {

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "the environment variable that holds the API key of the server")
    private String variable = "";

    /**
     * The key; empty if none was named.
     *
     * @throws BadInput if there is no such variable
     */
    public String key() {
        if (variable.isEmpty()) {
            return "";
        }
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new BadInput("--api-key-env: the environment variable " + variable + " is not set"));
    }
}
