package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Pool.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses the attribute {@code tolerance}: an amount for all pools that count bytes, or {@code pool=amount}, or several. */
final class Tolerances {

    private Tolerances() {}

    /** The tolerance of one pool takes precedence over the one for all pools, in any order. */
    static Map<Pool, Long> parse(String text) {
        Map<Pool, Long> forAll = new LinkedHashMap<>();
        Map<Pool, Long> own = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            for (String part : text.split(",", -1)) {
                parse(text, part.strip(), forAll, own);
            }
        }
        forAll.putAll(own);
        return forAll;
    }

    private static void parse(String text, String part, Map<Pool, Long> forAll, Map<Pool, Long> own) {
        int equals = part.indexOf('=');
        try {
            if (equals < 0) {
                long amount = Pool.HEAP.parse(part);
                Pool.all().stream()
                        .filter(pool -> pool.unit() == Unit.BYTES)
                        .forEach(pool -> put(forAll, pool, amount));
            } else {
                Pool pool = Pool.named(part.substring(0, equals).strip());
                put(own, pool, pool.parse(part.substring(equals + 1).strip()));
            }
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is not accepted; give an amount for all pools, such as \"4 MiB\", or for one pool,"
                            + " such as \"heap=1 MiB\", or several with commas between: " + refused.getMessage(),
                    refused);
        }
    }

    private static void put(Map<Pool, Long> tolerances, Pool pool, long amount) {
        if (tolerances.put(pool, amount) != null) {
            throw new IllegalArgumentException(pool + " has two tolerances");
        }
    }
}
