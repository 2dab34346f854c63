package io.github.vramguard.source.jvm;

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

    /** Their bytes; empty if this JVM does not count them. Nothing is collected before: that is what {@code -all} omits. */
    static OptionalLong bytes() {
        return DiagnosticCommand.run("gcClassHistogram", "-all").stream()
                .flatMapToLong(histogram -> total(histogram).stream())
                .findFirst();
    }

    static OptionalLong total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
    }
}
