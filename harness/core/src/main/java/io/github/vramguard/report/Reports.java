package io.github.vramguard.report;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.report.ci.ReportWriter;
import io.github.vramguard.report.ci.Totals;
import io.github.vramguard.report.ci.Written;
import io.github.vramguard.run.Directory;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the reports of a build; each of its JVMs does so when it ends. */
public final class Reports {

    private Reports() {}

    /**
     * Merges what the JVMs of a build have recorded so far, and writes it. Annotations are limited to the tests of the JVM
     * that ends.
     *
     * @param writer where the reports are written
     * @param jvm the JVM that ends
     * @param formats the formats besides {@code run.json}
     * @return where the reports are, and what went wrong
     */
    public static EndOfRun atTheEndOf(JvmRun jvm, ReportWriter writer, Set<ReportFormat> formats) {
        try {
            return Directory.alone(writer.directory(), () -> write(jvm, writer, formats));
        } catch (IOException failed) {
            String problem = "no report was written to " + writer.directory() + ": " + failed + there(writer);
            return new EndOfRun(List.of(), List.of(problem));
        }
    }

    private static EndOfRun write(JvmRun jvm, ReportWriter writer, Set<ReportFormat> formats) {
        RunDirectory directory = new RunDirectory(writer.directory());
        Run build = directory.read(jvm.build());
        List<String> problems = build.jvmRuns().stream()
                .filter(other -> other.endedAt() == null && !other.id().equals(jvm.id()) && !directory.isOpen(other))
                .map(Totals::unended)
                .collect(Collectors.toCollection(ArrayList::new));
        problems.addAll(build.problems());
        Set<ReportFormat> files = EnumSet.of(ReportFormat.JSON);
        files.addAll(formats);
        boolean isForGitHub = files.remove(ReportFormat.GITHUB);
        Written written = writer.writeEach(build, files);
        problems.addAll(failures(writer, written));
        if (isForGitHub) {
            problems.addAll(failures(writer, writer.writeEach(build.only(jvm), Set.of(ReportFormat.GITHUB))));
        }
        return new EndOfRun(written.files(), problems);
    }

    private static List<String> failures(ReportWriter writer, Written written) {
        return written.failures().entrySet().stream()
                .map(failed ->
                        "the report " + failed.getKey() + " was not written: " + failed.getValue() + there(writer))
                .toList();
    }

    private static String there(ReportWriter writer) {
        return "; to write it from the records, run: vramguard report " + writer.directory();
    }
}
