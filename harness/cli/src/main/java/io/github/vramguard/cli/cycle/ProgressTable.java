package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Sparkline;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A row for each pool that can be read: its level before the first cycle, what it holds now, and its levels so far. */
record ProgressTable(Trace trace, Optional<Verdict> soFar, Terminal terminal) {

    private static final String ROW = "  %-10s %11s %11s %11s  %-12s  %s";
    private static final int WIDTH_BEFORE_LINE = 64;

    static List<String> of(Trace trace, Snapshot now, Optional<Verdict> soFar, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "pool", "baseline", "now", "change", "shape so far", "")
                .stripTrailing());
        ProgressTable table = new ProgressTable(trace, soFar, terminal);
        now.readings()
                .forEach((pool, reading) -> reading.amount().ifPresent(amount -> lines.add(table.row(pool, amount))));
        return lines;
    }

    private String row(Pool pool, long amount) {
        List<OptionalLong> levels =
                trace.series(pool).stream().map(Reading::amount).toList();
        OptionalLong baseline = levels.isEmpty() ? OptionalLong.empty() : levels.get(0);
        int room = Math.max(1, terminal.size().get().columns() - WIDTH_BEFORE_LINE);
        return String.format(
                        ROW,
                        pool,
                        baseline.isPresent() ? pool.format(baseline.getAsLong()) : "-",
                        pool.format(amount),
                        baseline.isPresent() ? change(pool, amount - baseline.getAsLong()) : "-",
                        shape(pool),
                        Sparkline.of(
                                levels.subList(Math.max(0, levels.size() - room), levels.size()), terminal.unicode()))
                .stripTrailing();
    }

    private static String change(Pool pool, long change) {
        return (change > 0 ? "+" : "") + pool.format(change);
    }

    private String shape(Pool pool) {
        return soFar.stream()
                .flatMap(verdict -> verdict.pools().stream())
                .filter(verdict -> verdict.pool().equals(pool))
                .map(PoolVerdict::series)
                .map(series -> series.shape().toString())
                .findFirst()
                .orElse("-");
    }
}
