package io.github.vramguard.cli.cycle;

import io.github.vramguard.LeakGate;
import io.github.vramguard.cli.terminal.Screen;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Interval;
import io.github.vramguard.cli.usage.PoolsOption;
import io.github.vramguard.config.Settings;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.message.Message;
import io.github.vramguard.run.Machine;
import io.github.vramguard.verdict.Verdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long cycles go on, and what becomes of what was measured: the same whatever is cycled. */
final class CycleOptions {

    private static final int MOST_CYCLES = 1000;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            description = "at most so many (default: vramguard.cycles.max, or else 20)")
    private @Nullable Integer cycles;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "5min",
            converter = Interval.class,
            description = "for each step (default: ${DEFAULT-VALUE})")
    private Duration timeout = Duration.ofMinutes(5);

    @Mixin
    private PoolsOption pools = new PoolsOption();

    @Option(names = "--csv", paramLabel = "FILE", description = "write the levels to this file, for vramguard judge")
    private Optional<Path> csv = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "write run.json and index.html to this directory, for vramguard report, compare and history")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--strict", description = "exit with 2 when it is not certain")
    private boolean strict;

    /** The longest time for a step. */
    Duration timeout() {
        return timeout;
    }

    /**
     * Runs cycles until the verdict is certain, or the user stops the process, and prints what was measured.
     *
     * @return the exit code of the verdict
     */
    int run(String title, PrintWriter out, Terminal terminal, MemoryTarget target, Cycled cycled) throws Exception {
        Interruption stop = new Interruption(Thread.currentThread(), timeout);
        try {
            return exitCode(measure(title, out, terminal, target, cycled));
        } catch (InterruptedException stopped) {
            throw new BadInput("stopped before the verdict was certain");
        } finally {
            stop.close();
        }
    }

    private Verdict measure(String title, PrintWriter out, Terminal terminal, MemoryTarget target, Cycled cycled)
            throws Exception {
        Settings settings = Settings.ofProcess();
        int most = most(settings);
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(target, pools.named());
        Progress progress = terminal.live()
                ? new LiveProgress(new Screen(out, terminal), terminal, title, meter, most, gate::judge)
                : new PlainProgress(out, most);
        CycleRun run = new CycleRun(gate, meter, most, progress, csv.map(LevelsFile::new));
        try {
            run.run(cycled);
        } catch (Exception e) {
            print(out, "ended early; so far", run, most);
            throw e;
        }
        print(out, title, run, most);
        if (report.isPresent()) {
            Machine machine =
                    Machine.ofThisJvm(meter.devices(), settings.reporting().backend());
            String name = (title + " " + cycled.model()).strip();
            new CycleReport(report.get(), machine)
                    .write(name, Message.of(name, run.measured(), run.verdict(), most), run, out)
                    .forEach(file -> out.println("wrote " + file));
            out.flush();
        }
        return run.verdict();
    }

    private int most(Settings settings) {
        int most = cycles == null ? settings.maxCycles() : cycles;
        if (most < 1 || most > MOST_CYCLES) {
            throw new BadInput(
                    "--cycles " + most + " is not accepted; give 1 to " + MOST_CYCLES + ", and 8 for a verdict");
        }
        return most;
    }

    private static void print(PrintWriter out, String title, CycleRun run, int most) {
        if (run.measured().cycles() > 0) {
            out.println();
            out.println(Message.of(title, run.measured(), run.verdict(), most));
            out.print(run.serverFigures());
            out.flush();
        }
    }

    private int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Failed) {
            return ExitCode.FAILED;
        }
        return strict && verdict instanceof Verdict.Inconclusive ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
