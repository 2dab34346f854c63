package io.github.vramguard.source.jvm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects that ZGC and Shenandoah reach, counted one by one. After a collection the sum is exact to 2 KiB whatever garbage
 * there was before, and takes half as long as the collection itself.
 */
final class LiveObjects {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveObjects() {}

    /** Their bytes; empty if this JVM does not count them. */
    static OptionalLong bytes() {
        return histogram().stream()
                .flatMapToLong(histogram -> total(histogram).stream())
                .findFirst();
    }

    /** The number of objects of a class, garbage included: if there is one, the class is initialized. */
    static long of(String type) {
        return histogram().stream()
                .flatMap(String::lines)
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(row -> row.size() >= 4 && row.get(3).equals(type))
                .mapToLong(row -> Long.parseLong(row.get(1)))
                .sum();
    }

    /** Nothing is collected before: that is what {@code -all} omits. */
    private static Optional<String> histogram() {
        return DiagnosticCommand.run("gcClassHistogram", "-all");
    }

    static OptionalLong total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
    }
}
