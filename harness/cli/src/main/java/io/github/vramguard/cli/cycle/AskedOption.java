package io.github.vramguard.cli.cycle;

import io.github.vramguard.server.ServerProfile.Prompting;
import java.util.Optional;

/** The option that says what a model is asked in each cycle. */
interface AskedOption {

    static AskedOption of(Prompting prompting) {
        return switch (prompting) {
            case TEXT -> new PromptOption();
            case REQUEST -> new RequestOption();
        };
    }

    /** What the model is asked; empty where it is only loaded. */
    Optional<String> text();
}
