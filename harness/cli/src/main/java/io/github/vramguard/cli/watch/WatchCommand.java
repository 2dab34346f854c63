package io.github.vramguard.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.cli.usage.ExitCode;
import io.github.vramguard.cli.usage.Interval;
import io.github.vramguard.cli.usage.PoolsOption;
import io.github.vramguard.config.Settings;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code watch}. */
@Command(
        name = "watch",
        description = {
            "Shows the memory of running processes continuously.",
            "",
            "Prints one row per pool of each process: the current reading, the highest reading (peak), the slope, and a"
                    + " chart of the last readings. The slope per minute is the median of the slopes between all pairs"
                    + " of the last 120 readings (Theil-Sen). A pool that cannot be read shows a dash and a note with"
                    + " the reason."
        },
        exitCodeList = {
            "0:--count readings were taken, or all watched processes have ended",
            "3:could not run: wrong usage, no such process, container or control group, or a file that cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vramguard watch --pid 4711",
            "  vramguard watch --all --interval 2s --pools gpu0,gpu1",
            "  vramguard watch --cgroup /system.slice/ollama.service",
            "  vramguard watch --container 3f2a9c71b04d --csv levels.csv --count 600",
            "  vramguard judge levels.csv"
        })
public final class WatchCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final PrintWriter out;
    private final Terminal terminal;
    private final Supplier<Machine> thisMachine;

    @ArgGroup
    private Whom whom = new Whom();

    /** Whose memory. */
    static final class Whom {

        @Option(names = "--pid", paramLabel = "PID", description = "this process; repeat the option for more")
        private List<Long> pids = List.of();

        @Option(
                names = "--container",
                paramLabel = "ID",
                description = "all processes of a container, including those that start later")
        private String container = "";

        @Option(
                names = "--cgroup",
                paramLabel = "PATH",
                description =
                        "all processes of a control group, including those that start later, for example of a systemd"
                                + " service or a Kubernetes pod: its directory, or its path in /proc/PID/cgroup")
        private String cgroup = "";

        @Option(
                names = "--all",
                description = "all processes that use GPU memory, including those that start later"
                        + " (default if GPUs can be read)")
        @SuppressWarnings("unused") // The default, for those who write it out
        private boolean all;
    }

    @Mixin
    private PoolsOption pools = new PoolsOption();

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = Interval.class,
            description = "time between two readings, at least 500ms (default: ${DEFAULT-VALUE})")
    private Duration interval = Duration.ofSeconds(1);

    @Option(names = "--count", paramLabel = "N", description = "stop after N readings (default: never)")
    private long count = Long.MAX_VALUE;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "also write each reading to this file, for vramguard judge; - writes to the standard output"
                    + " instead of the table")
    private String csv = "";

    /** Watches this machine. */
    public WatchCommand(PrintWriter out, Terminal terminal) {
        this(out, terminal, () -> Machine.local(Settings.ofProcess().measuring().sources()));
    }

    WatchCommand(PrintWriter out, Terminal terminal, Supplier<Machine> thisMachine) {
        this.out = out;
        this.terminal = terminal;
        this.thisMachine = thisMachine;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Machine machine = thisMachine.get();
            watch(new Watchlist(machine, search(machine), pools.named()));
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
        return ExitCode.OK;
    }

    private void watch(Watchlist list) throws IOException {
        if (count < 1) {
            throw new BadInput("--count " + count + " reads nothing; give at least 1");
        }
        if (csv.equals(STANDARD_OUTPUT)) {
            watch(list, new Recording(out));
        } else if (csv.isEmpty()) {
            watch(list, table());
        } else {
            try (PrintWriter file = file()) {
                watch(list, new Recording(file), table());
            }
        }
    }

    private View table() {
        return terminal.live() ? new LiveView(out, terminal) : new PlainView(out, terminal);
    }

    private PrintWriter file() {
        try {
            return new PrintWriter(Files.newBufferedWriter(Path.of(csv), UTF_8));
        } catch (IOException e) {
            throw new BadInput(csv + ": cannot be written: " + e);
        }
    }

    private void watch(Watchlist list, View... views) throws IOException {
        List<View> all = List.of(views);
        Runnable close = () -> all.forEach(View::close);
        try (UntilStopped pace = new UntilStopped(Clock.systemUTC(), interval, close)) {
            new Watch(list, pace, all).run(count, isAll());
        } finally {
            close.run();
        }
    }

    private boolean isAll() {
        return whom.pids.isEmpty() && whom.container.isEmpty() && whom.cgroup.isEmpty();
    }

    private Supplier<List<OneProcess>> search(Machine machine) {
        if (!whom.pids.isEmpty()) {
            List<OneProcess> processes =
                    whom.pids.stream().distinct().map(machine::process).toList();
            return () -> processes;
        }
        if (!whom.container.isEmpty()) {
            return members("container", whom.container, machine::container);
        }
        return whom.cgroup.isEmpty() ? holders(machine) : members("control group", whom.cgroup, machine::cgroup);
    }

    private Supplier<List<OneProcess>> holders(Machine machine) {
        machine.gpuObstacle().ifPresent(obstacle -> {
            throw new BadInput("the processes that use GPU memory are unknown: " + obstacle
                    + "; give --pid, --container or --cgroup");
        });
        return machine::gpuHolders;
    }

    private static Supplier<List<OneProcess>> members(
            String kind, String name, Function<String, Supplier<List<OneProcess>>> groups) {
        Supplier<List<OneProcess>> members = groups.apply(name);
        if (members.get().isEmpty()) {
            throw new BadInput("the " + kind + " \"" + name + "\" has no process that is visible here");
        }
        return members;
    }
}
