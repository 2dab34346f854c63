package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Screen;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A bar and a table, drawn anew whenever something changes. */
final class LiveProgress implements Progress {

    private final Screen screen;
    private final Terminal terminal;
    private final String title;
    private final Meter meter;
    private final int most;
    private final Function<Trace, Verdict> judge;
    private Phase phase = Phase.SETTLING;
    private Optional<Verdict> soFar = Optional.empty();
    private Trace trace;

    /**
     * Draws nothing yet.
     *
     * @param meter reads what is held whenever a part of a cycle begins
     * @param most the largest number of cycles
     * @param judge the verdict so far
     */
    LiveProgress(
            Screen screen, Terminal terminal, String title, Meter meter, int most, Function<Trace, Verdict> judge) {
        this.screen = screen;
        this.terminal = terminal;
        this.title = title;
        this.meter = meter;
        this.trace = meter.trace();
        this.most = most;
        this.judge = judge;
    }

    @Override
    public void begins(Phase next) {
        phase = next;
        draw(meter.now());
    }

    @Override
    public void ended(Trace longer) {
        trace = longer;
        soFar = Optional.of(judge.apply(longer));
        List<Snapshot> levels = longer.levels();
        draw(levels.get(levels.size() - 1));
    }

    private void draw(Snapshot now) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("");
        lines.add(Bar.of(trace.cycles(), most, terminal.unicode()) + "  cycle " + Math.min(trace.cycles() + 1, most)
                + " of at most " + most + ", " + phase);
        lines.add("");
        lines.addAll(ProgressTable.of(trace, now, soFar, terminal));
        screen.draw(lines);
    }

    @Override
    public void close() {
        screen.close();
    }
}
