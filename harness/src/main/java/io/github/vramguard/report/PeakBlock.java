package io.github.vramguard.report;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** The facts of a verdict on a budget. */
final class PeakBlock {

    private PeakBlock() {}

    static String of(Trace trace, Peaks peaks, Verdict verdict) {
        Facts facts = new Facts();
        peaks.highest().forEach((pool, peak) -> {
            if (peak.amount().isPresent()) {
                facts.add(pool.name(), "peak " + pool.format(peak.amount().getAsLong()));
            } else {
                facts.add("not seen", pool + ": " + peak);
            }
        });
        facts.add(
                "measured",
                List.of(
                        trace.target().toString(),
                        sources(trace),
                        peaks.snapshots() + " snapshots, one every "
                                + peaks.interval().toMillis() + " ms; a shorter peak may be missed"));
        if (verdict instanceof Verdict.Broken) {
            facts.add("next", "load less at a time, a smaller context or a smaller model, or raise the budget");
        }
        return facts.toString();
    }

    private static String sources(Trace trace) {
        return String.join(
                ", ",
                trace.origins().entrySet().stream()
                        .filter(entry -> entry.getKey().isGpu())
                        .map(Map.Entry::getValue)
                        .map(Origin::source)
                        .distinct()
                        .toList());
    }
}
