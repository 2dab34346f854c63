package io.github.vramguard.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.vramguard.history.Entry.Column;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.JvmRun;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import io.github.vramguard.run.Run;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run measured, as lines of the file: one for each machine and measure. */
record RunEntries(Commit commit, Run run) {

    private record Kind(String machine, Measure measure) {

        static Kind of(Figure figure) {
            return new Kind(figure.quantity().machine(), figure.quantity().measure());
        }
    }

    List<Entry> all() {
        Map<Kind, List<Figure>> kinds = Figure.of(run).collect(groupingBy(Kind::of, LinkedHashMap::new, toList()));
        return kinds.entrySet().stream()
                .map(kind -> entry(kind.getKey(), kind.getValue()))
                .toList();
    }

    private Entry entry(Kind kind, List<Figure> figures) {
        List<Column> columns =
                figures.stream().map(RunEntries::column).distinct().sorted().toList();
        Map<String, List<@Nullable Long>> tests = new TreeMap<>();
        for (Figure figure : figures) {
            tests.computeIfAbsent(figure.quantity().test(), test -> Arrays.asList(new @Nullable Long[columns.size()]))
                    .set(columns.indexOf(column(figure)), figure.amount());
        }
        return new Entry(
                Entry.FORMAT,
                commit.id(),
                commit.at().toString(),
                begun(),
                kind.machine(),
                kind.measure(),
                columns,
                tests);
    }

    private static Column column(Figure figure) {
        Quantity quantity = figure.quantity();
        return new Column(quantity.pool().name(), quantity.pool().unit(), quantity.source(), quantity.quality());
    }

    private long begun() {
        return run.jvmRuns().stream().mapToLong(JvmRun::startedAt).min().orElse(0);
    }
}
