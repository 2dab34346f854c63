package io.github.vramguard.message;

import io.github.vramguard.explain.BaselineAdvice;
import io.github.vramguard.explain.BudgetAdvice;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Peak;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The facts of a verdict on a budget. */
final class PeakBlock {

    private PeakBlock() {}

    static String of(Trace trace, Peaks peaks, List<String> predicted, Verdict verdict) {
        Facts facts = new Facts();
        peaks.pools().forEach((pool, peak) -> {
            if (peak.highest().amount().isPresent()) {
                facts.add(pool.name(), height(pool, peak));
            } else {
                facts.add("not seen", pool + ": " + peak.highest());
            }
        });
        facts.add("predicted", predicted);
        facts.add(
                "measured",
                List.of(
                        trace.target().toString(),
                        sources(trace),
                        peaks.samples() + " samples, one every "
                                + peaks.interval().toMillis() + " ms" + caution(peaks)));
        if (!areExact(peaks)) {
            peaks.hints().forEach(hint -> facts.add("finer", hint));
        }
        if (verdict instanceof Verdict.Failed) {
            facts.addEach(
                    "next",
                    Stream.concat(BudgetAdvice.of(peaks).stream(), BaselineAdvice.of(verdict).stream())
                            .toList());
        }
        return facts.toString();
    }

    private static String height(Pool pool, Peak peak) {
        String highest = "peak " + pool.format(peak.highest().amount().orElse(0));
        if (peak.highest() instanceof Reading.DeviceBytes) {
            return highest + " of the whole device, above what it had in use before";
        }
        if (peak.isExact()) {
            return highest + ", as the driver recorded it at every allocation";
        }
        return peak.atMost().isPresent()
                ? highest + " seen, and not more than "
                        + pool.format(peak.atMost().getAsLong())
                        + ", which the driver recorded since the process started"
                : highest;
    }

    private static String caution(Peaks peaks) {
        return areExact(peaks) ? "" : "; a shorter peak may be missed";
    }

    private static boolean areExact(Peaks peaks) {
        return peaks.pools().values().stream().allMatch(Peak::isExact);
    }

    private static String sources(Trace trace) {
        return String.join(
                ", ",
                trace.origins().entrySet().stream()
                        .filter(entry -> entry.getKey().isGpu())
                        .map(Map.Entry::getValue)
                        .map(Origin::told)
                        .distinct()
                        .toList());
    }
}
