package io.github.vramguard.gpucheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran.
 *
 * @param exit its exit status; empty if it was ended at the deadline
 * @param output what it printed to both of its streams
 */
record Ran(OptionalInt exit, String output) {

    boolean succeeded() {
        return exit.orElse(-1) == 0;
    }

    static Ran program(Duration deadline, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("gpu-check", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            OptionalInt exit = end(process, deadline);
            return new Ran(exit, Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static OptionalInt end(Process process, Duration deadline) throws InterruptedException {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** What came of it, in one line. */
    String summary() {
        String line = output.lines().filter(text -> !text.isBlank()).findFirst().orElse("it printed nothing");
        return (exit.isPresent() ? "exit status " + exit.getAsInt() : "no end before the deadline") + ": " + line;
    }
}
