package io.github.vramguard.source;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Counts of what this process holds open: threads that are not HotSpot's own, file descriptors, child processes. */
final class ProcTaskSource implements MemorySource {

    private static final int LISTINGS = 3;

    private final Path self;

    ProcTaskSource() {
        this(Path.of("/proc/self"));
    }

    ProcTaskSource(Path self) {
        this.self = self;
    }

    @Override
    public String name() {
        return "proc-task";
    }

    @Override
    public Map<Pool, Origin> origins(MemoryTarget target) {
        return Map.of(
                Pool.THREADS, Origin.exact("/proc"),
                Pool.FILES, Origin.exact("/proc"),
                Pool.CHILDREN, Origin.exact("/proc"));
    }

    @Override
    public Map<Pool, Reading> read(MemoryTarget target) {
        return Map.of(
                Pool.THREADS, reading(Pool.THREADS, threads()),
                Pool.FILES, reading(Pool.FILES, files()),
                Pool.CHILDREN, Reading.of(Pool.CHILDREN, children()));
    }

    private Reading reading(Pool pool, OptionalLong count) {
        return count.isPresent()
                ? Reading.of(pool, count.getAsLong())
                : new Gap(Reason.NOT_SUPPORTED, self + " cannot be listed; Linux has one");
    }

    private OptionalLong threads() {
        return list("task").map(Arrays::stream).stream()
                .mapToLong(tasks -> tasks.flatMap(task -> comm(task).stream())
                        .filter(comm -> !HotSpotThreads.include(comm))
                        .count())
                .findFirst();
    }

    /**
     * The least of some listings, because the JVM opens a file of its control group now and then, less the descriptor
     * that the listing itself needs.
     */
    private OptionalLong files() {
        return Stream.generate(() -> list("fd"))
                .limit(LISTINGS)
                .flatMap(Optional::stream)
                .mapToLong(descriptors -> descriptors.length - 1L)
                .min();
    }

    private Optional<File[]> list(String directory) {
        return Optional.ofNullable(self.resolve(directory).toFile().listFiles());
    }

    private static Optional<String> comm(File task) {
        try {
            return Optional.of(Files.readString(task.toPath().resolve("comm")));
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private static long children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .count();
    }
}
