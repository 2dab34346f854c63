package io.github.vramguard.cli.watch;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.cli.terminal.Sparkline;
import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The readings of an instant as lines of text: a block for each process, a row for each pool, then why there are gaps. */
final class WatchTable {

    private static final String ROW = "  %-12s %11s %11s %11s  %s";
    private static final int WIDTH_BEFORE_LINE = 52;

    private final int width;
    private final boolean unicode;
    private final Set<String> footnotes = new LinkedHashSet<>();

    private WatchTable(Terminal terminal, int width) {
        this.width = width;
        this.unicode = terminal.unicode();
    }

    static List<String> of(Instant at, Watchlist list, Terminal terminal, int width) {
        WatchTable table = new WatchTable(terminal, width);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, "pool", "now", "peak", "per minute", at.truncatedTo(ChronoUnit.SECONDS)));
        list.all().stream().flatMap(table::block).forEach(lines::add);
        if (list.all().isEmpty()) {
            lines.add("no process uses GPU memory");
        }
        lines.addAll(table.footnotes());
        return lines;
    }

    private Stream<String> block(Watched process) {
        String header = "pid " + process.process().pid() + "  "
                + Printable.of(process.process().command()) + (process.hasEnded() ? "  (has ended)" : "");
        return Stream.concat(
                Stream.of(header),
                process.histories().entrySet().stream()
                        .map(entry -> process.hasEnded()
                                ? lastRow(entry.getKey(), entry.getValue())
                                : row(entry.getKey(), entry.getValue())));
    }

    private String row(Pool pool, History history) {
        return row(
                pool,
                history,
                amount(pool, history.now().amount()),
                slope(pool, history.perMinute()),
                note(history.now()));
    }

    /** What a number stands for besides memory of the process, or why there is none. */
    private String note(Reading now) {
        if (now instanceof Reading.Gap gap) {
            return footnote(gap.detail());
        }
        return now instanceof Reading.DeviceBytes device
                ? footnote(
                        "the driver reports no amount for the process; this is the whole device, above its use at the first"
                                + " reading"
                                + (device.others().isEmpty() ? "" : ", with " + String.join(", ", device.others())))
                : "";
    }

    private String lastRow(Pool pool, History history) {
        return row(pool, history, none(), none(), "");
    }

    private String row(Pool pool, History history, String now, String slope, String note) {
        List<OptionalLong> amounts = history.amounts();
        int room = Math.max(1, width - WIDTH_BEFORE_LINE - note.length());
        String line = Sparkline.of(amounts.subList(Math.max(0, amounts.size() - room), amounts.size()), unicode);
        return String.format(ROW, pool, now, amount(pool, history.peak()), slope, note + line)
                .stripTrailing();
    }

    private String amount(Pool pool, OptionalLong amount) {
        return amount.isPresent() ? pool.format(amount.getAsLong()) : none();
    }

    private String slope(Pool pool, OptionalDouble perMinute) {
        if (perMinute.isEmpty()) {
            return none();
        }
        double slope = perMinute.getAsDouble();
        return pool.unit() == Pool.Unit.COUNT
                ? String.format(Locale.ROOT, slope == 0 ? "%.0f" : "%+.1f", slope)
                : (slope > 0 ? "+" : "") + pool.format(Math.round(slope));
    }

    private String none() {
        return unicode ? "–" : "-";
    }

    private String footnote(String text) {
        footnotes.add(text);
        return "[" + (List.copyOf(footnotes).indexOf(text) + 1) + "] ";
    }

    private List<String> footnotes() {
        List<String> lines = new ArrayList<>();
        for (String text : footnotes) {
            String mark = footnote(text);
            lines.addAll(Wrapped.beside(mark.strip(), text, mark.length(), width)
                    .lines()
                    .toList());
        }
        return lines;
    }
}
