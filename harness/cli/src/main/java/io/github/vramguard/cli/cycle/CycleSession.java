package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Screen;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.run.Machine;
import io.github.vramguard.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs cycles as their options say, and prints what was measured.
 *
 * @param out where it is printed
 */
record CycleSession(CycleOptions options, PrintWriter out, Terminal terminal) {

    /** With printing and writing, less than three seconds for a user who has pressed Ctrl-C. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * Runs cycles until the verdict is certain, or the user stops the process.
     *
     * @return the exit code of the verdict
     */
    int run(String title, MemoryTarget target, Cycled cycled) throws Exception {
        try (Interruption stop = new Interruption(Thread.currentThread())) {
            return options.exitCode(measure(title, target, cycled, stop).verdict());
        }
    }

    private CycleResult measure(String title, MemoryTarget target, Cycled cycled, Interruption stop) throws Exception {
        Settings settings = Settings.ofProcess();
        int most = options.most(settings.judging().maxCycles());
        LeakGate gate = LeakGate.with(settings).requiringLoads();
        Meter meter = gate.meter(target, options.pools());
        gate.shortfall(meter.trace().with(meter.now()), most).ifPresent(this::warn);
        Progress progress = progress(title, meter, most, gate, settings);
        CycleRun run = new CycleRun(gate, meter, most, progress, options.csv(), stop::isRequested);
        String name = (title + " " + cycled.model()).strip();
        try {
            run.run(cycled);
        } catch (Exception e) {
            if (stop.isRequested()) {
                stopped(name, run, cycled, meter, settings);
                throw new BadInput("stopped before the verdict was certain");
            }
            ended(name, run.result(), meter, settings);
            throw e;
        }
        CycleResult result = run.result();
        print(title, result);
        write(name, result, meter, settings);
        return result;
    }

    private void stopped(String name, CycleRun run, Cycled cycled, Meter meter, Settings settings)
            throws IOException, InterruptedException {
        Thread.interrupted(); // or nothing could be written any more
        LastUnload unload = LastUnload.begin(cycled);
        ended(name, run.result(), meter, settings);
        unload.await(PATIENCE).ifPresent(why -> warn("the model may still be loaded: " + why));
    }

    /** The first cycle may fail for a reason that says all, such as a model that does not exist. */
    private void ended(String name, CycleResult result, Meter meter, Settings settings) throws IOException {
        if (result.trace().cycles() > 1 || !(result.verdict() instanceof Verdict.Passed)) {
            print("ended early; so far", result);
            write(name, result, meter, settings);
        }
    }

    private void warn(String text) {
        out.println("warning: " + text);
        out.flush();
    }

    private Progress progress(String title, Meter meter, int most, LeakGate gate, Settings settings) {
        return terminal.live()
                ? new LiveProgress(new Screen(out, terminal), terminal, title, meter, most, gate::judge)
                : new PlainProgress(
                        out,
                        most,
                        options.timeout(),
                        settings.measuring().settling().timeout());
    }

    private void print(String title, CycleResult result) {
        if (result.trace().cycles() > 0) {
            out.println();
            out.println(result.message(title));
            out.print(result.serverFigures());
            out.flush();
        }
    }

    private void write(String name, CycleResult result, Meter meter, Settings settings) throws IOException {
        if (options.report().isPresent() && result.trace().cycles() > 0) {
            Machine machine =
                    Machine.ofThisJvm(meter.devices(), settings.reporting().backend());
            for (Path file : new CycleReport(options.report().get(), machine).write(name, result, out)) {
                out.println("wrote " + file);
            }
        }
        out.flush();
    }
}
