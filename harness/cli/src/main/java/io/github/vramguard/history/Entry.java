package io.github.vramguard.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file: one measure of the tests of one run that have the same pools.
 *
 * @param format the version of the format
 * @param commit the hash of the commit
 * @param at when the commit was made, ISO 8601
 * @param run when the run began, in milliseconds since 1970; identifies the run of the commit
 * @param machine the class of the machine
 * @param measure the measure
 * @param pools the pools, in the order of the amounts
 * @param tests the amounts of each test; null where a pool was not read
 */
record Entry(
        int format,
        String commit,
        String at,
        long run,
        @JsonProperty("machineClass") String machine,
        Measure measure,
        List<Column> pools,
        Map<String, List<@Nullable Long>> tests) {

    static final int FORMAT = 1;

    /** Refuses what is no such line; copies the collections, which may have nulls in them. */
    Entry {
        Instant.parse(at);
        Stream.of(commit, machine, measure).forEach(Objects::requireNonNull);
        pools = List.copyOf(pools);
        Map<String, List<@Nullable Long>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<@Nullable Long>> test : tests.entrySet()) {
            if (test.getValue().size() != pools.size()) {
                throw new IllegalArgumentException(test.getKey() + " does not have an amount for each pool");
            }
            copy.put(test.getKey(), Collections.unmodifiableList(new ArrayList<>(test.getValue())));
        }
        tests = Collections.unmodifiableMap(copy);
    }

    /** A pool as one source reads it. */
    record Column(@JsonProperty("pool") String name, Pool.Unit unit, String source, Origin.Quality quality)
            implements Comparable<Column> {

        private static final Comparator<Column> ORDER =
                Comparator.comparing(Column::pool).thenComparing(Column::source).thenComparing(Column::quality);

        Column {
            Stream.of(name, unit, source, quality).forEach(Objects::requireNonNull);
        }

        Pool pool() {
            return Pool.recorded(name, unit);
        }

        @Override
        public int compareTo(Column other) {
            return ORDER.compare(this, other);
        }
    }

    Stream<Figure> figures() {
        return tests.entrySet().stream().flatMap(test -> figures(test.getKey(), test.getValue()));
    }

    private Stream<Figure> figures(String test, List<@Nullable Long> amounts) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Long amount = amounts.get(i);
            if (amount != null) {
                Column column = pools.get(i);
                figures.add(new Figure(
                        new Quantity(machine, test, column.pool(), column.source(), column.quality(), measure),
                        amount));
            }
        }
        return figures.stream();
    }
}
