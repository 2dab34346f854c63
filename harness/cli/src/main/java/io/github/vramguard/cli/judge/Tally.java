package io.github.vramguard.cli.judge;

import io.github.vramguard.run.Result;
import java.util.EnumMap;
import java.util.Map;

/** Counts the series of each result. */
final class Tally {

    private final Map<Result, Integer> counts = new EnumMap<>(Result.class);

    void add(Judgement judgement) {
        counts.merge(judgement.result(), 1, Integer::sum);
    }

    int of(Result result) {
        return counts.getOrDefault(result, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return total() + " series: " + of(Result.FAILED) + " failed, " + of(Result.INCONCLUSIVE) + " inconclusive, "
                + of(Result.PASSED) + " passed";
    }
}
