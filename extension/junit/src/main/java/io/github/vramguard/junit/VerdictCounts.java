package io.github.vramguard.junit;

import io.github.vramguard.run.Result;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the verdicts of a run. */
final class VerdictCounts {

    private final Map<Result, Integer> verdicts = new EnumMap<>(Result.class);

    synchronized void count(Result verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }

    synchronized boolean isEmpty() {
        return verdicts.isEmpty();
    }

    synchronized boolean allPassed() {
        return verdicts.keySet().stream().allMatch(Result.PASSED::equals);
    }

    /** For instance {@code 12 passed, 1 failed}. */
    @Override
    public synchronized String toString() {
        return verdicts.entrySet().stream()
                .map(verdict -> verdict.getValue() + " " + Publication.nameOf(verdict.getKey()))
                .collect(Collectors.joining(", "));
    }
}
