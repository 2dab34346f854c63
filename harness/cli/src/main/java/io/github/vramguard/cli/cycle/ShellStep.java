package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command line of the user's, as one step of a cycle.
 *
 * @param name which step
 * @param commandLine what a shell is given
 * @param timeout after so long it is ended
 */
record ShellStep(String name, String commandLine, Duration timeout) {

    private static final File NOTHING = new File("/dev/null");

    /**
     * Runs it.
     *
     * @throws IOException if it does not succeed; the message has its last words
     */
    void run() throws IOException, InterruptedException {
        Path printed = Files.createTempFile("vramguard", ".out");
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", commandLine)
                    .redirectInput(NOTHING)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            await(process, printed);
        } finally {
            Files.delete(printed);
        }
    }

    private void await(Process process, Path printed) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        this + " did not end within " + timeout.toMillis() / 1000.0 + " s; give more with --timeout");
            }
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            throw new IOException(this + " ended with status " + process.exitValue() + lastWords(printed));
        }
    }

    /** What a step leaves running in the background is meant to run on; what has not ended in time is not. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String lastWords(Path printed) throws IOException {
        List<String> lines = new String(Files.readAllBytes(printed), Charset.defaultCharset())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? "" : ": " + Secrets.without(lines.get(lines.size() - 1));
    }

    /** Without the command line, which may have a key in it. */
    @Override
    public String toString() {
        return "the command of --" + name;
    }
}
