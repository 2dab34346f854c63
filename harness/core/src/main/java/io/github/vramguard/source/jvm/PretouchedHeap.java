package io.github.vramguard.source.jvm;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Recognises a JVM whose heap can be subtracted from its resident memory: one that touched every page of it at the start, never
 * changes its size, and holds it in ordinary anonymous memory. With few malloc arenas, the rest is stable, too.
 */
public final class PretouchedHeap {

    private PretouchedHeap() {}

    public static boolean isOfThisJvm() {
        return is(VmOptions::value, System.getenv());
    }

    static boolean is(Function<String, Optional<String>> options, Map<String, String> environment) {
        Predicate<String> on =
                option -> options.apply(option).filter("true"::equals).isPresent();
        return on.test("AlwaysPreTouch")
                && options.apply("InitialHeapSize").equals(options.apply("MaxHeapSize"))
                && !on.test("UseZGC")
                && !on.test("UseLargePages")
                && hasFewArenas(environment);
    }

    private static boolean hasFewArenas(Map<String, String> environment) {
        String tunables = environment.getOrDefault("GLIBC_TUNABLES", "");
        return environment.getOrDefault("MALLOC_ARENA_MAX", "").matches("[12]")
                || Arrays.stream(tunables.split(":"))
                        .anyMatch(tunable -> tunable.matches("glibc\\.malloc\\.arena_max=[12]"));
    }

    public static long committed() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
