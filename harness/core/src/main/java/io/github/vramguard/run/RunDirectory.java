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
     * Starts a record. Removes the records of earlier builds that have ended; the first JVM of a build also removes their
     * reports.
     *
     * @param jvm the JVM that records
     * @param reports the names of report files
     * @param starts when a process started, by which builds that have ended are recognised
     * @return the file; {@link JvmRunFile#trouble()} reports if it cannot be written
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
     * Returns whether a JVM records here at the moment.
     *
     * @param jvm a JVM that has begun
     * @return false if it has ended or was killed, or where files cannot be locked
     */
    public boolean isOpen(JvmRun jvm) {
        return JvmRunFile.isOpen(file(jvm));
    }

    /** A file that cannot be deleted is distinguished by its build. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }

    /**
     * Reads the records of one build.
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
     * Reads all records in some places as one run.
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
     * Reads all records in some places as one run, except an earlier result.
     *
     * @param places directories with those of runs in them, at any depth, or files of runs
     * @param out the directory of the result; an earlier {@code run.json} in it is only read if it is one of the places
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
     * Returns whether a directory is that of a run, rather than a parent of such directories.
     *
     * @param place a directory
     * @return true if JVMs recorded there
     */
    public static boolean isAt(Path place) {
        return RunFiles.areIn(place);
    }

    /**
     * Writes the whole run atomically.
     *
     * @param run the run
     * @return the file
     * @throws IOException if it cannot be written
     */
    public Path write(Run run) throws IOException {
        return AtomicFile.write(path.resolve(RunFiles.RUN), RunFormat.JSON.writeValueAsBytes(run));
    }
}
