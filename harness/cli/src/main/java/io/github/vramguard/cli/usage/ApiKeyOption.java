package io.github.vramguard.cli.usage;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The key of a server: the same option for every verb that asks one. */
public final class ApiKeyOption {

    @Option(
            names = "--api-key-env",
            paramLabel = "NAME",
            description = "the environment variable that has the API key of the server")
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
                .orElseThrow(
                        () -> new BadInput("--api-key-env: there is no environment variable " + variable + " here"));
    }
}
