package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.verdict.PoolVerdict;
import io.github.vramguard.verdict.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The levels after each cycle: the first and the last three of them. */
final class CycleTable {

    private static final int SHOWN_AT_EACH_END = 3;

    private final List<Integer> columns;
    private final int cycles;

    CycleTable(int cycles) {
        this.cycles = cycles;
        this.columns = IntStream.rangeClosed(1, cycles)
                .filter(cycle -> cycles <= 2 * SHOWN_AT_EACH_END + 1
                        || cycle <= SHOWN_AT_EACH_END
                        || cycle > cycles - SHOWN_AT_EACH_END)
                .boxed()
                .toList();
    }

    /** A row for each pool, and below the first of them what it held while the model was loaded. */
    void addTo(Facts facts, Map<Integer, RoundTrip> trips, List<PoolVerdict> rows, int mostLoaded) {
        int warmup = Sensitivity.VRAM.warmup();
        facts.add("cycle", row(cycle -> Cell.of(cycle + (cycle <= warmup ? "*" : ""))) + "   (* warm-up, not counted)");
        int loaded = 0;
        for (PoolVerdict row : rows) {
            Pool pool = row.pool();
            facts.add(pool.name(), row(cycle -> Cell.of(pool, row.readings().get(cycle))) + "   " + ending(row));
            if (loaded < mostLoaded && isRaised(trips, pool)) {
                facts.add("  loaded", row(cycle -> Cell.of(loaded(trips.get(cycle), pool))));
                loaded++;
            }
        }
    }

    private static boolean isRaised(Map<Integer, RoundTrip> trips, Pool pool) {
        return pool.unit() == Pool.Unit.BYTES
                && trips.values().stream().anyMatch(trip -> trip.of(pool)
                        .filter(levels -> levels.raised() > 0)
                        .isPresent());
    }

    private static String loaded(@Nullable RoundTrip trip, Pool pool) {
        return Optional.ofNullable(trip)
                .flatMap(found -> found.of(pool))
                .map(levels -> pool.format(levels.loaded()))
                .orElse("-");
    }

    private String row(IntFunction<String> cell) {
        return columns.stream()
                .map(cycle -> (isAfterTheCut(cycle) ? "  …" : "") + cell.apply(cycle))
                .collect(Collectors.joining());
    }

    private boolean isAfterTheCut(int cycle) {
        return columns.size() < cycles && cycle == cycles - SHOWN_AT_EACH_END + 1;
    }

    private static String ending(PoolVerdict row) {
        String shape = row.series().shape().toString();
        return switch (row.outcome()) {
            case PASSED -> shape + ", " + String.join("; ", conclusions(row));
            case NOT_COUNTED -> shape + ", not counted";
            case REPORTED -> shape + ", reported, not enforced";
            case INCONCLUSIVE -> row.series().shape().certain() ? shape + " apart from missing readings" : shape;
            case FAILED -> row.series().shape() == Shape.LEAK || row.hasResidual() ? shape : "NOT RELEASED";
            case UNREAD -> shape;
        };
    }

    /** A count changes by whole steps, so that its rate adds nothing to the share. */
    private static List<String> conclusions(PoolVerdict row) {
        List<String> conclusions = new ArrayList<>();
        MaterialResidual.of(row)
                .ifPresent(residual -> conclusions.add("stays " + row.pool().format(residual) + " above its baseline"));
        if (row.pool().unit() == Pool.Unit.BYTES || row.excludedShare().isEmpty()) {
            conclusions.add(
                    "smallest detectable leak: " + row.pool().format(Math.round(row.excluded())) + " per cycle");
        }
        row.excludedShare()
                .ifPresent(share -> conclusions.add(
                        "rules out a leak in ≥ " + Math.round(100 * share) + "% of cycles (95% confidence)"));
        return conclusions;
    }
}
