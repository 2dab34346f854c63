package io.github.vramguard.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory of one run: {@code jvm-runs/*.jsonl}, which the JVMs write as they measure, and {@code run.json}, which has them
 * all.
 *
 * @param path where it is
 */
public record RunDirectory(Path path) {

    /**
     * Begin to record. What earlier builds recorded here is removed, as far as they have ended, and the first JVM of a build
     * removes what they made of it.
     *
     * @param jvm the JVM that records
     * @param reports the names of files that are made of {@code run.json}
     * @param starts when a process started, by which builds that have ended are recognised
     * @return where it records; that it cannot be written is told by {@link JvmRunFile#trouble()}
     */
    public JvmRunFile begin(JvmRun jvm, List<String> reports, ToLongFunction<ProcessHandle> starts) {
        Map<Optional<Build>, List<Path>> builds = RunFiles.ofJvms(path).stream()
                .collect(Collectors.groupingBy(file -> Build.parse(String.valueOf(file.getFileName()))));
        boolean isFirst = builds.remove(Build.parse(jvm.build())) == null;
        if (isFirst && isAt(path)) {
            Stream.concat(Stream.of(RunFiles.RUN), reports.stream())
                    .map(name -> path.resolve(name).toFile())
                    .forEach(File::delete);
        }
        builds.forEach((build, files) -> {
            if (hasEnded(build, starts) && files.stream().noneMatch(JvmRunFile::isOpen)) {
                files.forEach(RunDirectory::delete);
            }
        });
        return JvmRunFile.begin(file(jvm), jvm);
    }

    private static boolean hasEnded(Optional<Build> build, ToLongFunction<ProcessHandle> starts) {
        return build.isPresent() && !build.get().isAlive(starts);
    }

    private Path file(JvmRun jvm) {
        return RunFiles.ofJvm(path, jvm.id());
    }

    /**
     * Whether a JVM records here at the moment.
     *
     * @param jvm a JVM that has begun
     * @return false if it has ended or was killed, or where files cannot be locked
     */
    public boolean isOpen(JvmRun jvm) {
        return JvmRunFile.isOpen(file(jvm));
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
        RunFiles.ofJvms(path).stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(build + "."))
                .forEach(reader::addJvm);
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
        return readAll(places, file -> true);
    }

    /**
     * Read all that was recorded in some places, as one run, without what was made of it the last time.
     *
     * @param places directories with those of runs in them, at any depth, or files of runs
     * @param out where the whole will be written, as {@code run.json}; what is there is read only if it is one of the places
     * @return the run; what could not be read is among its problems
     * @throws NoSuchFileException if there is no such place, or no other run in it
     * @throws IOException if a directory cannot be listed
     */
    public static Run readAll(List<Path> places, Path out) throws IOException {
        Path former = absolute(out.resolve(RunFiles.RUN));
        boolean isAskedFor = places.stream()
                .map(RunDirectory::absolute)
                .anyMatch(place -> place.equals(former) || place.equals(former.getParent()));
        return readAll(places, file -> isAskedFor || !absolute(file).equals(former));
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static Run readAll(List<Path> places, Predicate<Path> wanted) throws IOException {
        RunReader reader = new RunReader();
        for (Path place : places) {
            reader.addAll(place, wanted);
        }
        return reader.run();
    }

    /**
     * Whether a directory is that of a run, and not one with such directories in it.
     *
     * @param place a directory
     * @return true if JVMs recorded there
     */
    public static boolean isAt(Path place) {
        return RunFiles.areIn(place);
    }

    /**
     * Write the whole run, in one step: a reader sees the old file or the new one.
     *
     * @param run the run
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Run run) throws IOException {
        return AtomicFile.write(path.resolve(RunFiles.RUN), RunFormat.JSON.writeValueAsBytes(run));
    }
}
