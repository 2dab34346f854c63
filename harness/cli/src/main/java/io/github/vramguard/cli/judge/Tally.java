package io.github.vramguard.cli.judge;

import io.github.vramguard.cli.judge.Judgement.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** How many series there were of each verdict. */
final class Tally {

    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    void add(Judgement judgement) {
        counts.merge(judgement.verdict(), 1, Integer::sum);
    }

    int of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return total() + " series: " + of(Verdict.FAILED) + " broken, " + of(Verdict.INCONCLUSIVE) + " inconclusive, "
                + of(Verdict.PASSED) + " kept";
    }
}
