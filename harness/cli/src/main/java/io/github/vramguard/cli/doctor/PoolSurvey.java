package io.github.vramguard.cli.doctor;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.Trial;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which source reads a pool, and why others do not.
 *
 * @param pool the pool
 * @param trials the attempts to read it, in order
 */
record PoolSurvey(Pool pool, List<Trial> trials) {

    static List<PoolSurvey> of(List<Trial> trials) {
        SortedMap<Pool, List<Trial>> byPool =
                trials.stream().collect(Collectors.groupingBy(Trial::pool, TreeMap::new, Collectors.toList()));
        return byPool.entrySet().stream()
                .map(entry -> new PoolSurvey(entry.getKey(), entry.getValue()))
                .toList();
    }

    Optional<Trial> chosen() {
        return trials.stream().filter(Trial::passed).findFirst();
    }

    List<Trial> refused() {
        return trials.stream().filter(trial -> !trial.passed()).toList();
    }
}
