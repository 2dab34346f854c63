package io.github.vramguard.compare;

import io.github.vramguard.run.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The amounts of tests that have a verdict on both sides. */
final class AmountsCompared {

    /** A test on a machine that has measured it. */
    private record Place(String machine, String test) {

        static Place of(Quantity quantity) {
            return new Place(quantity.machine(), quantity.test());
        }
    }

    private final Map<Quantity, List<Long>> before;
    private final Map<Quantity, List<Long>> now;
    private final Map<Place, List<Quantity>> placesNow;
    private final Set<Place> shared;
    private final Map<String, Map<String, String>> gaps;

    AmountsCompared(Runs base, Runs head, boolean acrossMachines) {
        this.before = base.amounts(acrossMachines);
        this.now = head.amounts(acrossMachines);
        this.placesNow = now.keySet().stream().collect(Collectors.groupingBy(Place::of));
        this.shared = before.keySet().stream().map(Place::of).collect(Collectors.toSet());
        shared.retainAll(placesNow.keySet());
        this.gaps = head.gaps();
    }

    List<Difference> all() {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(quantity -> shared.contains(Place.of(quantity)))
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
        Map<String, String> gapsOfTest = gaps.getOrDefault(quantity.test(), Map.of());
        return otherwise(quantity)
                .orElseGet(() -> gapsOfTest.getOrDefault(quantity.pool().name(), "it was not asked for"));
    }

    /** What is measured of the pool now. What is closest to the quantity explains it best. */
    private Optional<String> otherwise(Quantity quantity) {
        return placesNow.getOrDefault(Place.of(quantity), List.of()).stream()
                .filter(other -> other.pool().equals(quantity.pool()))
                .min(Comparator.comparing((Quantity other) -> other.measure() != quantity.measure())
                        .thenComparing(Comparator.naturalOrder()))
                .map(other -> instead(other, quantity));
    }

    private static String instead(Quantity now, Quantity before) {
        if (!now.source().equals(before.source())) {
            return "it is read from " + now.source() + " now, and was from " + before.source();
        }
        return now.measure() == before.measure()
                ? "it is read of " + now.whose() + " now, and was of " + before.whose()
                : "its " + now.measure() + " is measured instead";
    }
}
