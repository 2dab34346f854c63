package io.github.vramguard.message;

import io.github.vramguard.explain.BaselineAdvice;
import io.github.vramguard.explain.BudgetAdvice;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The facts of a verdict on a budget.
 *
 * @param trace a trace with the target and the origins of the readings
 * @param peaks what was measured
 * @param predicted what a device was predicted to hold, part by part; empty if it was not
 * @param verdict the verdict
 */
record PeakBlock(Trace trace, Peaks peaks, List<String> predicted, Verdict verdict) {

    private static final int FEW = 2;
    private static final int ROWS = 4;
    private static final int STEPS = 5;

    String all() {
        Facts facts = new Facts();
        peaks.pools().forEach((pool, peak) -> {
            if (peak.highest().amount().isPresent()) {
                facts.add(pool.name(), height(pool, peak));
            } else {
                facts.add("not seen", pool + ": " + peak.highest());
            }
        });
        facts.add("predicted", predicted);
        facts.add("measured", measured());
        facts.addEach("more exact", hints());
        facts.addEach("next", next());
        return facts.toString();
    }

    /** Devices within the budget share a line, and so do all if there are too many above it. */
    String few() {
        Facts facts = new Facts();
        List<String> within = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        peaks.pools().forEach((pool, peak) -> {
            if (peak.highest() instanceof Reading.Gap gap) {
                unread.add(pool + ": " + gap.brief());
            } else if (exceeds(pool) && exceeding() <= ROWS) {
                facts.add(pool.name(), height(pool, peak));
            } else {
                within.add(pool + " " + height(pool, peak));
            }
        });
        facts.add("devices", String.join(" · ", within));
        facts.addFew("not seen", unread, FEW);
        facts.add("predicted", String.join(" · ", predicted));
        facts.add("measured", measured());
        facts.addFew("more exact", hints(), FEW);
        facts.addFew("next", next(), STEPS);
        return facts.toString();
    }

    private long exceeding() {
        return peaks.pools().keySet().stream().filter(this::exceeds).count();
    }

    private boolean exceeds(Pool pool) {
        return verdict instanceof Verdict.Failed failed
                && failed.findings().stream()
                        .anyMatch(finding -> (finding instanceof Finding.OverBudget over
                                        && over.pool().equals(pool))
                                || (finding instanceof Finding.OverBaseline more
                                        && more.pool().equals(pool)));
    }

    private List<String> measured() {
        return List.of(
                trace.target().toString(),
                sources(),
                peaks.samples() + " samples, one every " + peaks.interval().toMillis() + " ms"
                        + (areExact() ? "" : "; a shorter peak may be missed"));
    }

    private List<String> hints() {
        return areExact() ? List.of() : peaks.hints();
    }

    private List<String> next() {
        return verdict instanceof Verdict.Failed
                ? Stream.concat(BudgetAdvice.of(peaks).stream(), BaselineAdvice.of(verdict).stream())
                        .toList()
                : List.of();
    }

    private static String height(Pool pool, Peak peak) {
        return level(pool, peak) + (peak.missed().isPresent() ? ", not read for a part of the time" : "");
    }

    private static String level(Pool pool, Peak peak) {
        String highest = "peak " + pool.format(peak.highest().amount().orElse(0));
        if (peak.highest() instanceof Reading.DeviceBytes) {
            return highest + " of the whole device, above what was in use before";
        }
        if (peak.isExact()) {
            return highest + ", recorded by the driver at every allocation";
        }
        return peak.atMost().isPresent()
                ? highest + " in the samples, and at most "
                        + pool.format(peak.atMost().getAsLong())
                        + ", which the driver recorded since the process started"
                : highest;
    }

    private boolean areExact() {
        return peaks.pools().values().stream().allMatch(Peak::isExact);
    }

    private String sources() {
        return String.join(
                ", ",
                trace.origins().entrySet().stream()
                        .filter(entry -> entry.getKey().isGpu())
                        .map(Map.Entry::getValue)
                        .map(Origin::label)
                        .distinct()
                        .toList());
    }
}
