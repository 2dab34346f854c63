package io.github.vramguard.cli.cycle;

import io.github.vramguard.LeakGate;
import io.github.vramguard.Settings;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Interval;
import io.github.vramguard.cli.usage.PoolsOption;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.source.Targets;
import io.github.vramguard.verdict.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose memory is measured over cycles, and for how long: the same whatever is cycled. */
final class CycleOptions {

    private static final int MOST_CYCLES = 1000;

    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    /** Whose memory. */
    static final class Whom {

        @Option(names = "--pid", paramLabel = "PID", description = "a process, with its descendants at each reading")
        private @Nullable Long pid;

        @Option(names = "--container", paramLabel = "ID", description = "all processes of a container")
        private String container = "";
    }

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

    @Option(names = "--strict", description = "exit with 2 when it is not certain")
    private boolean strict;

    /** The longest time for a step. */
    Duration timeout() {
        return timeout;
    }

    /**
     * Runs cycles until the verdict is certain, or the user stops the process.
     *
     * @return the exit code of the verdict
     */
    int run(String title, PrintWriter out, CycleRun.Step load, CycleRun.Step use, CycleRun.Step unload)
            throws Exception {
        Interruption stop = new Interruption(Thread.currentThread(), timeout);
        try {
            return exitCode(cycles(title, out).run(load, use, unload));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        } catch (InterruptedException stopped) {
            throw new BadInput("stopped before the verdict was certain");
        } finally {
            stop.close();
        }
    }

    private CycleRun cycles(String title, PrintWriter out) {
        Settings settings = Settings.ofProcess();
        int most = cycles == null ? settings.maxCycles() : cycles;
        if (most < 1 || most > MOST_CYCLES) {
            throw new BadInput(
                    "--cycles " + most + " is not accepted; give 1 to " + MOST_CYCLES + ", and 8 for a verdict");
        }
        return new CycleRun(title, LeakGate.with(settings), target(), pools.named(), most, out);
    }

    private MemoryTarget target() {
        return whom.pid != null ? Targets.tree(whom.pid) : Targets.container(whom.container);
    }

    private int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Broken) {
            return ExitCode.BROKEN;
        }
        return strict && verdict instanceof Verdict.Inconclusive ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
