package io.github.vramguard.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of records, reports and baselines.
 *
 * @param directory {@code vramguard.report.dir}: {@code target/vramguard} by default, or {@code build/vramguard} beside a
 *     build script of Gradle
 * @param formats {@code vramguard.report.formats}: names of {@link ReportFormat}; {@code html,github} by default, and
 *     {@code none} records nothing
 * @param console {@code vramguard.console}: {@code summary} (default), {@code quiet} or {@code verbose}
 * @param message {@code vramguard.message}: {@code short} (default) or {@code full}
 * @param baselines {@code vramguard.baseline.dir}, the directory of baselines; empty by default
 * @param update {@code vramguard.baseline.update}: {@code no} (default), {@code new} or {@code all}
 * @param backend {@code vramguard.backend}: what native libraries compute with, such as {@code cuda}, if that is a separate
 *     class of machine; empty by default
 */
public record Reporting(
        Path directory,
        Set<ReportFormat> formats,
        ConsoleForm console,
        MessageForm message,
        Optional<Path> baselines,
        BaselineUpdate update,
        String backend) {

    /** Copies the set. */
    public Reporting {
        formats = Set.copyOf(formats);
    }

    static Reporting read(Keys keys) {
        return new Reporting(
                keys.directory("report.dir").orElseGet(() -> usualDirectory(Path.of(""))),
                keys.formats("report.formats", EnumSet.of(ReportFormat.HTML, ReportFormat.GITHUB)),
                keys.oneOf("console", Keys.byName(ConsoleForm.values()), ConsoleForm.SUMMARY),
                keys.oneOf("message", Keys.byName(MessageForm.values()), MessageForm.SHORT),
                keys.directory("baseline.dir"),
                keys.oneOf("baseline.update", Keys.byName(BaselineUpdate.values()), BaselineUpdate.NO),
                keys.value("backend").orElse(""));
    }

    public static Path usualDirectory(Path project) {
        boolean gradle =
                Files.exists(project.resolve("build.gradle")) || Files.exists(project.resolve("build.gradle.kts"));
        boolean maven = Files.exists(project.resolve("pom.xml"));
        return Path.of(gradle && !maven ? "build" : "target", "vramguard");
    }

    /**
     * Returns whether the message of a test includes all facts.
     *
     * @return false by default
     */
    public boolean hasFullMessages() {
        return message == MessageForm.FULL;
    }

    /**
     * Returns whether runs are recorded at all.
     *
     * @return false if the only format is none
     */
    public boolean isOn() {
        return !formats.isEmpty();
    }
}
