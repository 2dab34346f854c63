package io.github.vramguard.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.vramguard.run.RunFormat.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the records of JVMs. What is not a record is listed as a problem and skipped. */
final class RunReader {

    private static final int DEPTH = 12;

    private final List<JvmRun> jvmRuns = new ArrayList<>();
    private final List<MeasuredTest> tests = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Run run() {
        return Run.of(jvmRuns, tests, problems);
    }

    /** The files of runs in a directory, at any depth, or one file. The place may be a link; those in it are not followed. */
    void addAll(Path place, Predicate<Path> wanted) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "there is no such file or directory");
        }
        boolean any = false;
        Path start = place.toRealPath();
        try (Stream<Path> all = Files.walk(start, DEPTH).map(file -> place.resolve(start.relativize(file)))) {
            for (Path file : all.filter(wanted).sorted().toList()) {
                if (RunFiles.isOfJvm(file)) {
                    addJvm(file);
                    any = true;
                } else if (file.equals(place) ? Files.isRegularFile(file) : RunFiles.isRunWithoutJvms(file)) {
                    addRun(file);
                    any = true;
                }
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (!any) {
            throw new NoSuchFileException(place.toString(), null, "there is no run in it: no " + RunFiles.NAMES);
        }
    }

    /** A file that a JVM writes, one object on each line. Where it is cut off, half a character may be left. */
    void addJvm(Path file) {
        try {
            String[] lines = new String(Files.readAllBytes(file), UTF_8).split("\n", -1);
            for (int i = 0; i < lines.length - 1; i++) {
                if (!addLine(file, i + 1, lines[i])) {
                    return;
                }
            }
            if (!lines[lines.length - 1].isEmpty()) {
                problems.add(file + ": the last record is cut off, because its JVM was killed or its disk was full");
            }
        } catch (IOException unreadable) {
            problems.add(file + " cannot be read: " + unreadable);
        }
    }

    /** Returns whether the rest of the file can be read. */
    private boolean addLine(Path file, int number, String text) {
        try {
            Line line = RunFormat.JSON.readValue(text, Line.class);
            if (line == null) {
                problems.add(file + ", line " + number + " is not a record of VramGuard: null");
                return true;
            }
            if (line.jvmRun() != null) {
                if (!isKnown(file, line.jvmRun().format())) {
                    return false;
                }
                jvmRuns.add(line.jvmRun());
            }
            if (line.test() != null) {
                tests.add(line.test());
            }
        } catch (JsonProcessingException other) {
            problems.add(file + ", line " + number + " is not a record of VramGuard: " + RunFormat.complaint(other));
        }
        return true;
    }

    /** A whole run. */
    private void addRun(Path file) {
        try {
            Run run = RunFormat.JSON.readValue(file.toFile(), Run.class);
            if (run == null) {
                problems.add(file + " is not a run of VramGuard: null");
            } else if (isKnown(file, run.format())) {
                jvmRuns.addAll(run.jvmRuns());
                tests.addAll(run.tests());
                problems.addAll(run.problems());
            }
        } catch (JsonProcessingException damaged) {
            problems.add(file + " is not a run of VramGuard: " + RunFormat.complaint(damaged));
        } catch (IOException unreadable) {
            problems.add(file + " cannot be read: " + unreadable);
        }
    }

    private boolean isKnown(Path file, int format) {
        if (format != JvmRun.FORMAT) {
            problems.add(file + " has format " + format + ", and this version reads format " + JvmRun.FORMAT
                    + "; use the version that wrote it");
        }
        return format == JvmRun.FORMAT;
    }
}
