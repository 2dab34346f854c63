package io.github.vramguard.server;

import io.github.vramguard.memory.CommandLine;
import io.github.vramguard.memory.ServerAdvice;
import io.github.vramguard.memory.ServerAdvice.Occasion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The advice for one server, by its settings. Each was found in reports of users; the text names the setting that shows
 * whether it is this one.
 *
 * @param line how the server was started
 * @param all what applies
 */
record AdviceList(CommandLine line, List<ServerAdvice> all) {

    AdviceList(CommandLine line) {
        this(line, List.of());
    }

    /** Applies where a setting was left to the server. */
    AdviceList unlessSet(Occasion occasion, String text, String variable, String... flags) {
        return when(line.setting(variable, flags).isEmpty(), occasion, text);
    }

    AdviceList when(boolean applies, Occasion occasion, String text) {
        return applies ? always(occasion, text) : this;
    }

    AdviceList always(Occasion occasion, String text) {
        return new AdviceList(
                line,
                Stream.concat(all.stream(), Stream.of(new ServerAdvice(occasion, text)))
                        .toList());
    }
}
