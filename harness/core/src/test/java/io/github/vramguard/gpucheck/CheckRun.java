package io.github.vramguard.gpucheck;

import io.github.vramguard.gpucheck.Outcome.Grade;
import io.github.vramguard.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The whole program in a JVM of its own, with a stand-in for the driver.
 *
 * @param exit its exit status
 * @param results the file that it wrote; empty if there is none
 */
record CheckRun(int exit, String results) {

    private static final long TIMEOUT_SECONDS = 180;

    static CheckRun on(StandIn standIn, String allocator, int patience) throws IOException, InterruptedException {
        return on(standIn, allocator, patience, pid -> {});
    }

    /**
     * Runs it.
     *
     * @param allocator the program that takes memory, with its arguments
     * @param patience in seconds
     * @param meanwhile is given the id of the process as soon as it runs
     */
    static CheckRun on(StandIn standIn, String allocator, int patience, LongConsumer meanwhile)
            throws IOException, InterruptedException {
        Path out = standIn.directory().resolve("docs/results.md");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Dvramguard.settle.gpu-window=50"));
        command.add("-Djna.library.path=" + standIn.directory());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), GpuCheck.class.getName()));
        command.addAll(List.of("--allocator", allocator, "--out", out.toString()));
        command.addAll(List.of("--patience", Integer.toString(patience)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(standIn.directory().resolve("printed").toFile());
        builder.environment().put("LD_LIBRARY_PATH", standIn.directory().toString());
        Process process = builder.start();
        meanwhile.accept(process.pid());
        return new CheckRun(exitOf(process), Files.exists(out) ? Files.readString(out) : "");
    }

    private static int exitOf(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the check did not end within " + TIMEOUT_SECONDS + " s");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The claims that came to this, by name. */
    List<String> claims(Grade grade) {
        return results.lines()
                .filter(line -> line.endsWith("| " + grade + " |"))
                .map(line -> line.split(" *\\| *")[1])
                .toList();
    }
}
