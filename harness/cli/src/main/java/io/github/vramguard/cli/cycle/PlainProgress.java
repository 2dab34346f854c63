package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.ThreeLevels;
import io.github.vramguard.memory.Trace;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A line for each cycle, and one for each wait that takes long. */
final class PlainProgress implements Progress {

    private static final Duration QUIET = Duration.ofMillis(1500);

    private final PrintWriter out;
    private final int most;
    private final Duration step;
    private final Duration settling;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "vramguard-progress");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Future<?>> due = Optional.empty();
    private int ended;

    /**
     * Prints nothing yet.
     *
     * @param out where it is printed
     * @param most the largest number of cycles
     * @param step how long a step may take
     * @param settling how long memory may take to settle
     */
    PlainProgress(PrintWriter out, int most, Duration step, Duration settling) {
        this.out = out;
        this.most = most;
        this.step = step;
        this.settling = settling;
    }

    @Override
    public void begins(Phase phase) {
        due.ifPresent(earlier -> earlier.cancel(false));
        Duration limit = phase == Phase.SETTLING ? settling : step;
        String line = "cycle " + (ended + 1) + ": " + phase.words() + ", at most " + limit.toSeconds() + " s";
        due = Optional.of(clock.schedule(() -> print(line), QUIET.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void ended(Trace trace) {
        due.ifPresent(earlier -> earlier.cancel(false));
        ended = trace.cycles();
        List<Snapshot> levels = trace.levels();
        print("cycle " + ended + " of at most " + most + ": " + text(trace, levels.get(levels.size() - 1)));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private static String text(Trace trace, Snapshot level) {
        Optional<RoundTrip> trip = RoundTrip.in(trace).stream()
                .filter(one -> one.cycle() == trace.cycles())
                .findFirst();
        return level.readings().entrySet().stream()
                .filter(entry -> entry.getValue().amount().isPresent())
                .map(entry -> entry.getKey() + " "
                        + entry.getKey().format(entry.getValue().amount().orElse(0))
                        + trip.flatMap(one -> one.of(entry.getKey()))
                                .map(levels -> inside(entry.getKey(), levels))
                                .orElse(""))
                .collect(Collectors.joining(" · "));
    }

    private static String inside(Pool pool, ThreeLevels levels) {
        return levels.raised() == 0
                ? ""
                : " (before " + pool.format(levels.before()) + ", loaded " + pool.format(levels.loaded()) + ")";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
