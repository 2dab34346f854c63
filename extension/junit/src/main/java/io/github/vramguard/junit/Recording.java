package io.github.vramguard.junit;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.config.Settings;
import io.github.vramguard.message.Message;
import io.github.vramguard.report.EndOfRun;
import io.github.vramguard.report.Reports;
import io.github.vramguard.report.ci.ReportWriter;
import io.github.vramguard.run.Build;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.JvmRunFile;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.source.ProcessStart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what this JVM measures to disk at once, and the reports when all tests are over. It begins before anything is
 * measured, because the first record loads classes and opens a file.
 */
final class Recording {

    private final Settings settings;
    private final Console console;
    private final JvmRun jvm;
    private final Optional<JvmRunFile> file;
    private final Baselines baselines;
    private final Map<String, MeasuredTest> measured = new LinkedHashMap<>();
    private boolean troubleWasLogged;

    private Recording(Settings settings, Console console, JvmRun jvm, Optional<JvmRunFile> file, Baselines baselines) {
        this.settings = settings;
        this.console = console;
        this.jvm = jvm;
        this.file = file;
        this.baselines = baselines;
    }

    static Recording begin(Settings settings, Console console, List<String> devices) {
        Machine machine = Machine.ofThisJvm(devices, settings.reporting().backend());
        JvmRun jvm = JvmRun.begun(Build.ofThisJvm(ProcessStart::of).toString(), System.currentTimeMillis(), machine);
        Baselines baselines = Baselines.of(settings, machine);
        Optional<JvmRunFile> file = settings.reporting().isOn()
                ? Optional.of(new RunDirectory(settings.reporting().directory())
                        .begin(jvm, ReportFormat.files(), ProcessStart::of))
                : Optional.empty();
        return new Recording(settings, console, jvm, file, baselines);
    }

    String jvmRun() {
        return jvm.id();
    }

    Baselines baselines() {
        return baselines;
    }

    synchronized void add(MeasuredTest test) {
        if (baselines.areUsed()) {
            measured.put(test.key(), test);
        }
        file.ifPresent(open -> {
            open.add(test);
            logTrouble(open);
        });
    }

    /** Adds the path of the report, which is written when all tests are over. */
    Message withPathOfReport(Message message) {
        return settings.reporting().formats().contains(ReportFormat.HTML)
                ? message.with(
                        "report",
                        settings.reporting().directory().resolve("index.html").toString())
                : message;
    }

    private void logTrouble(JvmRunFile open) {
        if (open.trouble().isPresent() && !troubleWasLogged) {
            troubleWasLogged = true;
            console.warn(open.trouble().get());
        }
    }

    /** Writes the reports; what is wrong with the baseline is among the problems. */
    synchronized EndOfRun end(long measuringMillis) {
        List<String> problems = new ArrayList<>(baselines.end(List.copyOf(measured.values())));
        if (file.isEmpty()) {
            return new EndOfRun(List.of(), problems);
        }
        JvmRunFile open = file.get();
        open.end(jvm.ended(System.currentTimeMillis(), measuringMillis));
        open.close();
        open.trouble().ifPresent(problems::add);
        EndOfRun reports = reports();
        problems.addAll(reports.problems());
        return new EndOfRun(reports.files(), problems);
    }

    /** A report that breaks, for instance because a library of it is not there, must not cost the last line of the run. */
    private EndOfRun reports() {
        ReportWriter writer =
                new ReportWriter(settings.reporting().directory(), System.getenv(), console.annotations());
        try {
            return Reports.atTheEndOf(jvm, writer, settings.reporting().formats());
        } catch (RuntimeException | LinkageError broken) {
            return new EndOfRun(List.of(), List.of("no report was written to " + writer.directory() + ": " + broken));
        }
    }
}
