package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Screen;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.run.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Runs cycles as their options say, and prints what was measured.
 *
 * @param out where it is printed
 */
record CycleSession(CycleOptions options, PrintWriter out, Terminal terminal) {

    /**
     * Runs cycles until the verdict is certain, or the user stops the process.
     *
     * @return the exit code of the verdict
     */
    int run(String title, MemoryTarget target, Cycled cycled) throws Exception {
        Interruption stop = new Interruption(Thread.currentThread(), options.timeout());
        try {
            return options.exitCode(measure(title, target, cycled).verdict());
        } catch (InterruptedException stopped) {
            throw new BadInput("stopped before the verdict was certain");
        } finally {
            stop.close();
        }
    }

    private CycleResult measure(String title, MemoryTarget target, Cycled cycled) throws Exception {
        Settings settings = Settings.ofProcess();
        int most = options.most(settings.judging().maxCycles());
        LeakGate gate = LeakGate.with(settings);
        Meter meter = gate.meter(target, options.pools());
        gate.shortfall(meter.trace().with(meter.now()), most).ifPresent(this::warn);
        CycleRun run = new CycleRun(gate, meter, most, progress(title, meter, most, gate), options.csv());
        try {
            run.run(cycled);
        } catch (Exception e) {
            print("ended early; so far", run.result());
            throw e;
        }
        CycleResult result = run.result();
        print(title, result);
        if (options.report().isPresent()) {
            Machine machine =
                    Machine.ofThisJvm(meter.devices(), settings.reporting().backend());
            write(
                    (title + " " + cycled.model()).strip(),
                    result,
                    new CycleReport(options.report().get(), machine));
        }
        return result;
    }

    private void warn(String text) {
        out.println("warning: " + text);
        out.flush();
    }

    private Progress progress(String title, Meter meter, int most, LeakGate gate) {
        return terminal.live()
                ? new LiveProgress(new Screen(out, terminal), terminal, title, meter, most, gate::judge)
                : new PlainProgress(out, most);
    }

    private void print(String title, CycleResult result) {
        if (result.trace().cycles() > 0) {
            out.println();
            out.println(result.message(title));
            out.print(result.serverFigures());
            out.flush();
        }
    }

    private void write(String name, CycleResult result, CycleReport report) throws IOException {
        for (Path file : report.write(name, result, out)) {
            out.println("wrote " + file);
        }
        out.flush();
    }
}
