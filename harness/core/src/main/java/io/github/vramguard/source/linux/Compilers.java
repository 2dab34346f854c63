package io.github.vramguard.source.linux;

import io.github.vramguard.memory.Use;
import io.github.vramguard.source.jvm.HotSpotThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The optimizing compilers of a JVM. On a busy machine one takes seconds for a large method, and holds megabytes until then. */
final class Compilers {

    private static final String RUNNING_OR_READY = "R";

    private Compilers() {}

    /** Those that have a method to compile just now; one that waits for a processor counts, too. */
    static List<Use> atWork(Path process) {
        Path tasks = process.resolve("task");
        return Stream.ofNullable(tasks.toFile().list())
                .flatMap(Arrays::stream)
                .flatMap(id -> atWork(tasks, id).stream())
                .toList();
    }

    private static Optional<Use> atWork(Path tasks, String id) {
        try {
            String name = ProcFile.read(tasks.resolve(id).resolve("comm")).strip();
            return HotSpotThreads.isOptimizer(name) && isRunning(tasks.resolve(id))
                    ? Optional.of(Use.compiler(name))
                    : Optional.empty();
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private static boolean isRunning(Path task) throws IOException {
        return ProcFields.read(task.resolve("status"))
                .text("State")
                .filter(state -> state.startsWith(RUNNING_OR_READY))
                .isPresent();
    }
}
