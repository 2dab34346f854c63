package io.github.vramguard.cli.cycle;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What a language model is asked. */
final class PromptOption implements AskedOption {

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            defaultValue = "Once upon a time",
            description = "what the model is asked in each cycle (default: ${DEFAULT-VALUE})")
    private String prompt = "";

    @Override
    public Optional<String> text() {
        return Optional.of(prompt);
    }
}
