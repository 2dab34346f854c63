package io.github.vramguard.source.jvm;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Recognises a JVM whose heap can be subtracted from its resident memory: one that touched every page of it at the start, never
 * changes its size, and keeps it mapped. ZGC without generations maps each page three times and at ever other addresses. With few
 * malloc arenas, the rest is stable, too.
 */
public final class PretouchedHeap {

    private PretouchedHeap() {}

    public static boolean isOfThisJvm() {
        return missing().isEmpty();
    }

    /** The settings that would make this JVM one, those that it has already left out. */
    public static List<String> missing() {
        return missing(Collector.ofThisJvm(), VmOptions::value, System.getenv());
    }

    static List<String> missing(
            Optional<Collector> collector,
            Function<String, Optional<String>> options,
            Map<String, String> environment) {
        Predicate<String> on =
                option -> options.apply(option).filter("true"::equals).isPresent();
        Map<String, Boolean> settings = new LinkedHashMap<>();
        settings.put("a collector other than ZGC without generations", !collector.equals(Optional.of(Collector.ZGC)));
        settings.put("-XX:-UseLargePages", !on.test("UseLargePages"));
        settings.put("-Xms equal to -Xmx", options.apply("InitialHeapSize").equals(options.apply("MaxHeapSize")));
        settings.put("-XX:+AlwaysPreTouch", on.test("AlwaysPreTouch"));
        settings.put("MALLOC_ARENA_MAX=2", hasFewArenas(environment));
        settings.values().removeIf(given -> given);
        return List.copyOf(settings.keySet());
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
