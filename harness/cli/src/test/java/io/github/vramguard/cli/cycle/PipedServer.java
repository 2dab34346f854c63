package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shell that takes its commands from a pipe, and answers each. */
final class PipedServer implements AutoCloseable {

    private final Path directory;
    private final Process shell;

    private PipedServer(Path directory, Process shell) {
        this.directory = directory;
        this.shell = shell;
    }

    /** A server that begins with one line of shell, and executes another for each command. */
    static PipedServer start(Path directory, String begin, String load, String unload)
            throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", "pipe")
                        .directory(directory.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Path script = Files.writeString(directory.resolve("server.sh"), """
                %s
                exec 9<>pipe
                while read command <&9; do
                  case $command in
                    load) %s ;;
                    unload) %s ;;
                  esac
                  echo done > answer
                done
                """.formatted(begin, load, unload));
        return new PipedServer(
                directory,
                new ProcessBuilder("/bin/bash", script.toString())
                        .directory(directory.toFile())
                        .start());
    }

    String pid() {
        return Long.toString(shell.pid());
    }

    /** A command line that gives it a command, and looks so many times for the answer, 20 ms apart. */
    String tell(String command, int times) {
        return "cd " + directory + " && rm -f answer && echo " + command + " > pipe && for i in $(seq " + times
                + "); do [ -s answer ] && exit 0; sleep 0.02; done; exit 1";
    }

    /** The same from this JVM. */
    void does(String command) {
        try {
            assertThat(new ProcessBuilder("/bin/sh", "-c", tell(command, 500))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs {@code vramguard cycle command} on it, with an unload of its own, and returns the exit code. */
    int cycle(Writer out, String pools, String unload, String... more) {
        List<String> arguments = new ArrayList<>(List.of("cycle", "command", "--pools", pools, "--pid", pid()));
        arguments.addAll(List.of("--load", tell("load", 500), "--unload", unload));
        arguments.addAll(List.of(more));
        PrintWriter printed = new PrintWriter(out);
        return Typed.run(
                List.of(CycleCommand.with(printed, Terminal.dumb(false))),
                printed,
                printed,
                arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
