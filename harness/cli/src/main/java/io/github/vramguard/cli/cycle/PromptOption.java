package io.github.vramguard.cli.cycle;

import picocli.CommandLine.Option;

/** What a model of language is asked. */
final class PromptOption {

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            defaultValue = "Once upon a time",
            description = "what the model is asked in each cycle (default: ${DEFAULT-VALUE})")
    private String prompt = "";

    String text() {
        return prompt;
    }
}
