package io.github.vramguard.compare;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The amounts of tests that have a verdict on both sides. */
final class AmountsCompared {

    private final Runs head;
    private final Map<Quantity, List<Long>> before;
    private final Map<Quantity, List<Long>> now;
    private final Set<String> shared;

    AmountsCompared(Runs base, Runs head, boolean acrossMachines) {
        this.head = head;
        this.before = base.amounts(acrossMachines);
        this.now = head.amounts(acrossMachines);
        this.shared = tests(before);
        shared.retainAll(tests(now));
    }

    /** The tests on the machines that have measured them. */
    private static Set<String> tests(Map<Quantity, List<Long>> amounts) {
        return amounts.keySet().stream().map(AmountsCompared::place).collect(Collectors.toSet());
    }

    private static String place(Quantity quantity) {
        return quantity.machine() + "\n" + quantity.test();
    }

    List<Difference> all() {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(quantity -> shared.contains(place(quantity)))
                .map(this::of)
                .sorted()
                .toList();
    }

    private Difference of(Quantity quantity) {
        List<Long> was = before.getOrDefault(quantity, List.of());
        List<Long> is = now.getOrDefault(quantity, List.of());
        if (is.isEmpty()) {
            return Difference.unread(quantity, was, whyUnread(quantity));
        }
        return was.isEmpty() ? Difference.fresh(quantity, is) : Difference.between(quantity, was, is);
    }

    private String whyUnread(Quantity quantity) {
        return otherwise(quantity)
                .or(() -> head.gap(quantity.test(), quantity.pool().name()))
                .orElse("it was not asked for");
    }

    private Optional<String> otherwise(Quantity quantity) {
        Pool pool = quantity.pool();
        return now.keySet().stream()
                .filter(other ->
                        place(other).equals(place(quantity)) && other.pool().equals(pool))
                .filter(other -> !other.source().equals(quantity.source()) || other.measure() != quantity.measure())
                .map(other -> other.source().equals(quantity.source())
                        ? "its " + other.measure() + " is measured instead"
                        : "it is read from " + other.source() + " now, and was from " + quantity.source())
                .findFirst();
    }
}
