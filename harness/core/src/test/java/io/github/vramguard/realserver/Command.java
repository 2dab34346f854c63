package io.github.vramguard.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program that ran until its end, which has a deadline. */
record Command(int exitCode, String output) {

    private static final List<String> DEADLINE = List.of("timeout", "--kill-after=5", "60");

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .anyMatch(Files::isExecutable);
    }

    static Command run(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(DEADLINE.stream(), command.stream()).toList())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Command(process.onExit().join().exitValue(), output.strip());
    }

    /** What it wrote; it must have succeeded. */
    String succeeded() {
        assertThat(exitCode).as(output).isZero();
        return output;
    }
}
