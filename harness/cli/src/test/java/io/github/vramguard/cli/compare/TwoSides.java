package io.github.vramguard.cli.compare;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is typed to compare two runs, and what is printed. */
abstract class TwoSides {

    @TempDir
    Path folder = Path.of("");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    final int compare(Run base, Run head, String... options) throws IOException {
        new RunDirectory(folder.resolve("base")).write(base);
        new RunDirectory(folder.resolve("head")).write(head);
        return compare(options);
    }

    final int compare(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                folder.resolve("base").toString(),
                folder.resolve("head").toString()));
        arguments.addAll(List.of(options));
        return Typed.run(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                arguments.toArray(String[]::new));
    }
}
