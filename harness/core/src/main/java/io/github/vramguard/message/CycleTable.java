package io.github.vramguard.message;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.MaterialResidual;
import io.github.vramguard.rule.Sensitivity;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    void addTo(Facts facts, List<PoolVerdict> rows) {
        int warmup = Sensitivity.VRAM.warmup();
        facts.add("cycle", row(cycle -> Cell.of(cycle + (cycle <= warmup ? "*" : ""))) + "   (* warm-up, not counted)");
        rows.forEach(row -> facts.add(
                row.pool().name(),
                row(cycle -> Cell.of(row.pool(), row.readings().get(cycle))) + "   " + ending(row)));
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
            case FAILED, UNREAD -> shape;
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
