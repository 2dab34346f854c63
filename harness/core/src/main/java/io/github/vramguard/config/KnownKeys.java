package io.github.vramguard.config;

import io.github.vramguard.memory.Pool;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The known keys, and how they are written. */
final class KnownKeys {

    static final String PREFIX = "vramguard.";

    /** Followed by the name of a pool. */
    static final String TOLERANCE_OF = "tolerance.";

    private static final SortedSet<String> KNOWN = new TreeSet<>(Set.of(
            "backend",
            "baseline.dir",
            "baseline.update",
            "console",
            "cycles.max",
            "inconclusive",
            "message",
            "mode",
            "pools",
            "preset",
            "report.dir",
            "report.formats",
            "sampling.interval",
            "settle.gpu-window",
            "settle.timeout",
            "settle.window",
            "sources",
            "strict",
            "tolerance",
            "unavailable"));

    private KnownKeys() {}

    static void refuseOthers(Collection<String> names, Collection<String> variables) {
        names.stream().filter(name -> name.startsWith(PREFIX)).forEach(KnownKeys::refuseUnless);
        Set<String> known = all().map(KnownKeys::variable).collect(Collectors.toSet());
        variables.stream()
                .filter(name -> name.startsWith(variable("")) && !known.contains(name))
                .forEach(KnownKeys::refuse);
    }

    private static void refuseUnless(String name) {
        String key = name.substring(PREFIX.length());
        if (key.startsWith(TOLERANCE_OF)) {
            pool(name, key.substring(TOLERANCE_OF.length()));
        } else if (!KNOWN.contains(key)) {
            refuse(name);
        }
    }

    /** The pool of that name, where a setting names it. */
    static Pool pool(String where, String name) {
        try {
            return Pool.named(name);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(where + ": " + refused.getMessage(), refused);
        }
    }

    private static Stream<String> all() {
        return Stream.concat(KNOWN.stream(), Pool.all().stream().map(pool -> TOLERANCE_OF + pool));
    }

    private static void refuse(String name) {
        throw new IllegalArgumentException(name + " is not a setting; there are "
                + KNOWN.stream().map(KnownKeys::setting).collect(Collectors.joining(", ")) + " and "
                + setting(TOLERANCE_OF) + "<pool>; in the environment "
                + variable("mode") + " and so on");
    }

    /** As a system property or a configuration parameter. */
    static String setting(String key) {
        return PREFIX + key;
    }

    /** In the environment. */
    static String variable(String key) {
        return setting(key).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
