package io.github.vramguard.report;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What quantities are called beside the name of their test, so that no two of them are called the same. */
public final class QuantityNames {

    private record Place(String test, Pool pool, Measure measure) {

        static Place of(Quantity quantity) {
            return new Place(quantity.test(), quantity.pool(), quantity.measure());
        }
    }

    private final Map<Place, Set<String>> machines = new HashMap<>();
    private final Map<Place, Set<String>> sources = new HashMap<>();

    private QuantityNames() {}

    /**
     * Names for what is shown together.
     *
     * @param quantities all that is shown
     * @return their names
     */
    public static QuantityNames among(Stream<Quantity> quantities) {
        QuantityNames names = new QuantityNames();
        quantities.forEach(quantity -> {
            add(names.machines, quantity, quantity.machine());
            add(names.sources, quantity, quantity.source());
        });
        return names;
    }

    private static void add(Map<Place, Set<String>> known, Quantity quantity, String name) {
        known.computeIfAbsent(Place.of(quantity), place -> new HashSet<>()).add(name);
    }

    /**
     * The name of one of them.
     *
     * @param quantity the quantity
     * @return for instance {@code heap residue}; with the machine and the source, where the same pool of the test is there with
     *     another one
     */
    public String of(Quantity quantity) {
        return quantity.pool() + " " + quantity.measure()
                + apart(machines, quantity, " on ", quantity.machine())
                + apart(sources, quantity, " from ", quantity.source());
    }

    private static String apart(Map<Place, Set<String>> known, Quantity quantity, String word, String name) {
        return known.getOrDefault(Place.of(quantity), Set.of()).size() > 1 ? word + name : "";
    }
}
