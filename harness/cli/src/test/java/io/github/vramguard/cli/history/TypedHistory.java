package io.github.vramguard.cli.history;

import static io.github.vramguard.run.Measured.run;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** What is typed to keep a history, and what is printed. */
abstract class TypedHistory {

    @TempDir
    Path folder = Path.of("");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    final int history(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("history"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--file", file().toString()));
        Object verb = HistoryCommand.with(new PrintWriter(out), Terminal.dumb(true), new Checkout(folder, environment));
        return Typed.run(List.of(verb), new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    final Path file() {
        return folder.resolve("history.jsonl");
    }

    final int add(Run run, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("add", written(run)));
        arguments.addAll(List.of(options));
        return history(Map.of(), arguments.toArray(String[]::new));
    }

    final String written(Run run) throws IOException {
        return new RunDirectory(folder.resolve("run")).write(run).toString();
    }
}
