package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
