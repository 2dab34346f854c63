package io.github.vramguard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The directory of one run: {@code forks/*.jsonl}, which the JVMs write as they measure, and {@code run.json}, which has them
 * all.
 *
 * @param path where it is
 */
public record RunDirectory(Path path) {

    private static final String FORKS = "forks";
    private static final String LINES = ".jsonl";
    private static final String RUN = "run.json";
    private static final int DEPTH = 12;

    /**
     * Begin to record. What earlier builds recorded here is removed, as far as they have ended.
     *
     * @param fork the JVM that records
     * @return where it records; that it cannot be written is told by {@link ForkFile#trouble()}
     */
    public ForkFile begin(Fork fork) {
        Path forks = path.resolve(FORKS);
        for (Path file : files(forks, RunDirectory::isOfFork)) {
            Optional<Build> build = Build.parse(String.valueOf(file.getFileName()));
            if (build.isPresent()
                    && !build.get().toString().equals(fork.build())
                    && !build.get().isAlive()) {
                delete(file);
            }
        }
        return ForkFile.begin(forks.resolve(fork.id() + LINES), fork);
    }

    /** What cannot be deleted is told apart by its build. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }

    /**
     * Read what the JVMs of one build recorded here.
     *
     * @param build the build
     * @return the run so far
     */
    public Run read(String build) {
        RunReader reader = new RunReader();
        files(
                        path.resolve(FORKS),
                        file -> isOfFork(file)
                                && String.valueOf(file.getFileName()).startsWith(build + "."))
                .forEach(reader::addFork);
        return reader.run();
    }

    /**
     * Read all that was recorded in some places, as one run.
     *
     * @param places directories with those of runs in them, at any depth, or files of runs
     * @return the run; what could not be read is among its problems
     * @throws NoSuchFileException if there is no such place, or no run in it
     * @throws IOException if a directory cannot be listed
     */
    public static Run readAll(List<Path> places) throws IOException {
        RunReader reader = new RunReader();
        for (Path place : places) {
            readAll(place, reader);
        }
        return reader.run();
    }

    private static void readAll(Path place, RunReader reader) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "there is no such file or directory");
        }
        boolean any = false;
        try (Stream<Path> all = Files.walk(place, DEPTH)) {
            for (Path file : all.sorted().toList()) {
                if (isOfFork(file)) {
                    reader.addFork(file);
                    any = true;
                } else if (file.equals(place) ? Files.isRegularFile(file) : isRunWithoutForks(file)) {
                    reader.addRun(file);
                    any = true;
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (!any) {
            throw new NoSuchFileException(
                    place.toString(), null, "there is no run in it: neither " + RUN + " nor " + FORKS + "/*" + LINES);
        }
    }

    /**
     * Whether a directory is that of a run, and not one with such directories in it.
     *
     * @param place a directory
     * @return true if JVMs recorded there
     */
    public static boolean isAt(Path place) {
        return Files.isRegularFile(place.resolve(RUN)) || Files.isDirectory(place.resolve(FORKS));
    }

    private static boolean isOfFork(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return file.toString().endsWith(LINES)
                && directory != null
                && directory.endsWith(FORKS)
                && Files.isRegularFile(file);
    }

    private static boolean isRunWithoutForks(Path file) {
        return file.endsWith(RUN)
                && files(file.resolveSibling(FORKS), RunDirectory::isOfFork).isEmpty();
    }

    private static List<Path> files(Path directory, Predicate<Path> wanted) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(wanted).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /**
     * Write the whole run, in one step: a reader sees the old file or the new one.
     *
     * @param run the run
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Run run) throws IOException {
        return AtomicFile.write(path.resolve(RUN), RunFormat.JSON.writeValueAsBytes(run));
    }
}
