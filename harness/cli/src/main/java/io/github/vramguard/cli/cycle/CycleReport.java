package io.github.vramguard.cli.cycle;

import io.github.vramguard.config.ReportFormat;
import io.github.vramguard.message.Message;
import io.github.vramguard.report.ci.ReportWriter;
import io.github.vramguard.run.Build;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Machine;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.source.ProcessStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The cycles as a run of one test, which {@code vramguard report}, {@code compare} and {@code history} read like any other.
 *
 * @param directory where it is written
 * @param machine where it ran
 */
record CycleReport(Path directory, Machine machine) {

    /**
     * Writes {@code run.json} and {@code index.html}.
     *
     * @throws IOException if they cannot be written
     */
    List<Path> write(String name, CycleResult result, PrintWriter out) throws IOException {
        TestCase test = new TestCase("vramguard " + name, "cycle", name, null, null);
        JvmRun begun = JvmRun.begun(Build.ofThisJvm(ProcessStart::of).toString(), System.currentTimeMillis(), machine);
        Message message = result.message(name);
        MeasuredTest judged = MeasuredTest.judged(
                test, begun.id(), message.line(), message.block(), result.trace(), result.verdict());
        JvmRun ended = begun.ended(System.currentTimeMillis(), judged.measuringMillis());
        Run run = Run.of(List.of(ended), List.of(judged), List.of());
        return new ReportWriter(directory, Map.of(), out).write(run, EnumSet.of(ReportFormat.JSON, ReportFormat.HTML));
    }
}
