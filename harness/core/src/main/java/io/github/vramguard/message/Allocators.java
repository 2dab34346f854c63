package io.github.vramguard.message;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.AllocatedBytes;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names the allocators besides malloc that some readings include, and those that they do not. */
final class Allocators {

    private Allocators() {}

    static String counted(List<Reading> readings) {
        return names(readings, AllocatedBytes::counted);
    }

    static String hidden(List<Reading> readings) {
        return names(readings, AllocatedBytes::hidden);
    }

    private static String names(List<Reading> readings, Function<AllocatedBytes, Set<String>> some) {
        return readings.stream()
                .filter(AllocatedBytes.class::isInstance)
                .map(AllocatedBytes.class::cast)
                .flatMap(reading -> some.apply(reading).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
