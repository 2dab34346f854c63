package io.github.vramguard.cli;

import io.github.vramguard.LeakGate;
import io.github.vramguard.Settings;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.Sources;
import io.github.vramguard.verdict.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verb {@code cycle command}. */
@Command(
        name = "command",
        description = {
            "Cycles a server by command lines of your own, and measures the processes that you name.",
            "",
            "Each cycle runs --load, --use and --unload in a shell, then waits until memory has come to rest. It ends as"
                    + " soon as the verdict is certain. When a step fails, or on Ctrl-C, --unload is run once more, and"
                    + " what was measured is printed."
        },
        exitCodeList = {
            "0:memory returns to its baseline, or it is not certain",
            "1:broken: memory does not return to its baseline",
            "2:inconclusive, with --strict",
            "3:could not run: wrong usage, no such process or container, or a step that failed"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  vramguard cycle command --container 3f2a9c71b04d \\",
            "    --load 'curl -fsS localhost:8080/models/load -d @model.json' \\",
            "    --use 'curl -fsS localhost:8080/completion -d @prompt.json' \\",
            "    --unload 'curl -fsS localhost:8080/models/unload -d @model.json'"
        })
final class CycleOfCommands implements Callable<Integer> {

    private static final int MOST_CYCLES = 1000;

    private final PrintWriter out;

    @ArgGroup(multiplicity = "1")
    private Whom whom = new Whom();

    /** Whose memory. */
    static final class Whom {

        @Option(names = "--pid", paramLabel = "PID", description = "a process, with its descendants at each reading")
        private @Nullable Long pid;

        @Option(names = "--container", paramLabel = "ID", description = "all processes of a container")
        private String container = "";
    }

    @Option(names = "--load", required = true, paramLabel = "COMMAND", description = "loads the model")
    private String load = "";

    @Option(names = "--use", paramLabel = "COMMAND", description = "works with it (default: nothing)")
    private String use = "";

    @Option(names = "--unload", required = true, paramLabel = "COMMAND", description = "gives it back")
    private String unload = "";

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

    @Option(
            names = "--pools",
            paramLabel = "POOL",
            split = ",",
            description = "only these, such as gpu0,resident (default: all that can be read)")
    private Set<Pool> pools = new LinkedHashSet<>();

    @Option(names = "--strict", description = "exit with 2 when it is not certain")
    private boolean strict;

    CycleOfCommands(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Interruption stop = new Interruption(Thread.currentThread(), timeout);
        try {
            return exitCode(run());
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        } catch (InterruptedException stopped) {
            throw new BadInput("stopped before the verdict was certain");
        } finally {
            stop.close();
        }
    }

    private Verdict run() throws Exception {
        Settings settings = Settings.ofProcess();
        int most = cycles == null ? settings.maxCycles() : cycles;
        if (most < 1 || most > MOST_CYCLES) {
            throw new BadInput(
                    "--cycles " + most + " is not accepted; give 1 to " + MOST_CYCLES + ", and 8 for a verdict");
        }
        CycleRun run = new CycleRun("cycle command", LeakGate.with(settings), target(), pools, most, out);
        return run.run(step("load", load), use.isEmpty() ? () -> {} : step("use", use), step("unload", unload));
    }

    private MemoryTarget target() {
        return whom.pid != null ? Sources.tree(whom.pid) : Sources.container(whom.container);
    }

    private ShellStep step(String name, String commandLine) {
        return new ShellStep(name, commandLine, timeout);
    }

    private int exitCode(Verdict verdict) {
        if (verdict instanceof Verdict.Broken) {
            return ExitCode.BROKEN;
        }
        return strict && verdict instanceof Verdict.Inconclusive ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }
}
