package io.github.vramguard.junit;

import io.github.vramguard.config.ConsoleForm;
import io.github.vramguard.config.Settings;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run says to whoever watches it. It does not go through a log, which frameworks reset and close before the last verdict,
 * and it keeps the standard output as it was when the first test was measured, whatever later tests put in its place. Not the
 * file descriptor below it: build tools talk to this JVM there.
 */
final class Console {

    private final PrintStream out;
    private final ConsoleForm form;

    private Console(PrintStream out, ConsoleForm form) {
        this.out = out;
        this.form = form;
    }

    static Console of(Settings settings) {
        return new Console(System.out, settings.reporting().console());
    }

    /** One line for a verdict that needs no attention. */
    void verdict(String line) {
        if (form == ConsoleForm.VERBOSE) {
            print(Stream.of(line));
        }
    }

    /** What needs attention and fails no test. */
    void warn(String text) {
        if (form != ConsoleForm.QUIET) {
            print(Stream.of(text));
        }
    }

    /** The line at the end of a run, with what needs attention below it. */
    void close(Closing closing) {
        if (form != ConsoleForm.QUIET || !closing.isGreen()) {
            print(Stream.concat(Stream.of(closing.line()), closing.lines(form == ConsoleForm.VERBOSE)));
        }
    }

    /** GitHub reads annotations from the standard output only. */
    PrintWriter annotations() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** In one call, so that tests that run at the same time do not print in between. */
    private void print(Stream<String> lines) {
        out.print(lines.collect(Collectors.joining("\n  ", "VramGuard: ", "\n")).replace("\n", System.lineSeparator()));
        out.flush();
    }
}
