package io.github.vramguard.compare.report;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Unique names for the quantities of a test. */
public final class QuantityNames {

    private record Place(String test, Pool pool, Measure measure, String source) {

        static Place of(Quantity quantity) {
            return new Place(quantity.test(), quantity.pool(), quantity.measure(), "");
        }

        /** Two sources have two names already. */
        static Place inSource(Quantity quantity) {
            return new Place(quantity.test(), quantity.pool(), quantity.measure(), quantity.source());
        }
    }

    private final Map<Place, Set<String>> machines = new HashMap<>();
    private final Map<Place, Set<String>> sources = new HashMap<>();
    private final Map<Place, Set<String>> owners = new HashMap<>();

    private QuantityNames() {}

    /**
     * Returns names for quantities that are shown together.
     *
     * @param quantities the quantities
     * @return their names
     */
    public static QuantityNames among(Stream<Quantity> quantities) {
        QuantityNames names = new QuantityNames();
        quantities.forEach(quantity -> {
            add(names.machines, Place.of(quantity), quantity.machine());
            add(names.sources, Place.of(quantity), quantity.source());
            add(names.owners, Place.inSource(quantity), quantity.whose());
        });
        return names;
    }

    private static void add(Map<Place, Set<String>> known, Place place, String name) {
        known.computeIfAbsent(place, first -> new HashSet<>()).add(name);
    }

    /**
     * Returns the name of one of them.
     *
     * @param quantity the quantity
     * @return for example {@code heap residual}; with owner, machine and source where the name would not be unique
     */
    public String of(Quantity quantity) {
        return quantity.pool() + " " + quantity.measure()
                + apart(owners, Place.inSource(quantity), " of ", quantity.whose())
                + apart(machines, Place.of(quantity), " on ", quantity.machine())
                + apart(sources, Place.of(quantity), " from ", quantity.source());
    }

    private static String apart(Map<Place, Set<String>> known, Place place, String word, String name) {
        return known.getOrDefault(place, Set.of()).size() > 1 ? word + name : "";
    }
}
