package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code nvidia-smi}, run once for each question.
 *
 * @param executable the program
 * @param timeout how long it may take
 */
record SmiCommand(Path executable, Duration timeout) {

    /** Runs it; what it prints goes to files, so that nothing waits for a pipe that one of its children holds open. */
    SmiAnswer run(String... arguments) throws Refusal {
        List<File> files = new ArrayList<>();
        try {
            File output = File.createTempFile("nvidia-smi", ".out");
            files.add(output);
            File errors = File.createTempFile("nvidia-smi", ".err");
            files.add(errors);
            int exit = run(List.of(arguments), output, errors);
            return new SmiAnswer(exit, text(output), text(errors));
        } catch (IOException e) {
            throw new Refusal(Reason.LIBRARY_MISSING, executable + " cannot be run: " + e.getMessage());
        } finally {
            files.forEach(File::delete);
        }
    }

    private int run(List<String> arguments, File output, File errors) throws IOException, Refusal {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return exit(process);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private int exit(Process process) throws Refusal {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new Refusal(
                    Reason.TIMED_OUT,
                    executable + " gave no answer within " + timeout.toSeconds() + " s; persistence mode makes it"
                            + " faster (nvidia-smi -pm 1)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.TIMED_OUT, executable + " was interrupted");
        }
    }

    private static String text(File file) throws IOException {
        return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
    }
}
