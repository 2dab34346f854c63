package io.github.vramguard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a run: {@code jvm-runs/*.jsonl}, one for each JVM, and {@code run.json} for all of them. */
final class RunFiles {

    static final String RUN = "run.json";

    private static final String JVM_RUNS = "jvm-runs";
    private static final String LINES = ".jsonl";

    /** Names both, for messages. */
    static final String NAMES = RUN + " or " + JVM_RUNS + "/*" + LINES;

    private RunFiles() {}

    static Path ofJvm(Path directory, String id) {
        return directory.resolve(JVM_RUNS).resolve(id + LINES);
    }

    /** The files of the JVMs that recorded in a directory; none if it cannot be listed. */
    static List<Path> ofJvms(Path directory) {
        Path jvmRuns = directory.resolve(JVM_RUNS);
        if (!Files.isDirectory(jvmRuns)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(jvmRuns)) {
            return all.filter(RunFiles::isOfJvm).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    static boolean isOfJvm(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return file.toString().endsWith(LINES)
                && directory != null
                && directory.endsWith(JVM_RUNS)
                && Files.isRegularFile(file);
    }

    /** Where the files of the JVMs are there, {@code run.json} repeats them. */
    static boolean isRunWithoutJvms(Path file) {
        return file.endsWith(RUN) && ofJvms(file.resolveSibling("")).isEmpty();
    }

    static boolean areIn(Path directory) {
        return Files.isRegularFile(directory.resolve(RUN)) || Files.isDirectory(directory.resolve(JVM_RUNS));
    }
}
