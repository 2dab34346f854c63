package io.github.vramguard.source.jvm;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM itself has allocated with {@code malloc}, in bytes, by its own accounting. It does so only when started with
 * {@code -XX:NativeMemoryTracking=summary} or {@code detail}.
 *
 * @param malloc all of it
 * @param other the part that it allocated on behalf of others: direct buffers and {@code Unsafe.allocateMemory}
 */
public record NativeMemoryTracking(long malloc, long other) {

    private static final String SIZE = "(\\d+)([KMG]?)B?";
    private static final Pattern MALLOC = Pattern.compile("(?m)^\\s*malloc: " + SIZE);
    private static final Pattern OTHER = Pattern.compile("(?m)^-\\s+Other \\(reserved=\\w+, committed=" + SIZE);

    public static Optional<NativeMemoryTracking> read() {
        boolean off = VmOptions.value("NativeMemoryTracking").orElse("off").equals("off");
        return off
                ? Optional.empty()
                : DiagnosticCommand.run("vmNativeMemory", "summary", "scale=B").flatMap(NativeMemoryTracking::parse);
    }

    /** Parses a summary; empty if it has no total of {@code malloc}. A category that is empty is not listed. */
    static Optional<NativeMemoryTracking> parse(String summary) {
        OptionalLong malloc = first(MALLOC, summary);
        return malloc.isEmpty()
                ? Optional.empty()
                : Optional.of(new NativeMemoryTracking(
                        malloc.getAsLong(), first(OTHER, summary).orElse(0)));
    }

    private static OptionalLong first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (!match.find()) {
            return OptionalLong.empty();
        }
        int scale = 10 * " KMG".indexOf(match.group(2).isEmpty() ? " " : match.group(2));
        return OptionalLong.of(Long.parseLong(match.group(1)) << scale);
    }
}
