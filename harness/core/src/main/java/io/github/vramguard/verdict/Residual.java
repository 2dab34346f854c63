package io.github.vramguard.verdict;

import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes of a last reading that were not in the first. */
record Residual(Reading first, Reading last) {

    /** Processes that have ended and for which a driver still reports memory. */
    List<String> stranded() {
        Set<String> before = holders(first);
        return holders(last).stream()
                .filter(holder -> !before.contains(holder))
                .sorted()
                .toList();
    }

    private static Set<String> holders(Reading reading) {
        return reading instanceof Reading.StrandedBytes stranded ? stranded.holders() : Set.of();
    }

    /** Processes that outlived their parent, the oldest first. */
    List<OneProcess> orphans() {
        return fresh(Reading.Processes::orphans);
    }

    /** Processes that descend from the target, the oldest first. */
    List<OneProcess> survivors() {
        return fresh(Reading.Processes::descendants);
    }

    boolean isEmpty() {
        return orphans().isEmpty() && stranded().isEmpty();
    }

    private List<OneProcess> fresh(Function<Reading.Processes, Set<OneProcess>> some) {
        if (first instanceof Reading.Gap) {
            return List.of();
        }
        Set<List<Long>> before = some(first, some).map(Residual::identity).collect(Collectors.toSet());
        return some(last, some)
                .filter(process -> !before.contains(identity(process)))
                .sorted(Comparator.comparingLong(OneProcess::started).thenComparingLong(OneProcess::pid))
                .toList();
    }

    private static Stream<OneProcess> some(Reading reading, Function<Reading.Processes, Set<OneProcess>> some) {
        return reading instanceof Reading.Processes processes ? some.apply(processes).stream() : Stream.empty();
    }

    /** The command changes when a process executes another program. */
    private static List<Long> identity(OneProcess process) {
        return List.of(process.pid(), process.started());
    }
}
