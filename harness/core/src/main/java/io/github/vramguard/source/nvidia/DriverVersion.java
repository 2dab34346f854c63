package io.github.vramguard.source.nvidia;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version of the kernel driver: {@code 535.113.01}.
 *
 * @param text as the driver gives it
 */
record DriverVersion(String text) implements Comparable<DriverVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?.*");

    @Override
    public int compareTo(DriverVersion other) {
        List<Integer> mine = numbers();
        List<Integer> theirs = other.numbers();
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).equals(theirs.get(i))) {
                return mine.get(i).compareTo(theirs.get(i));
            }
        }
        return 0;
    }

    /** Whether the text is a version at all. */
    boolean isKnown() {
        return NUMBERS.matcher(text).matches();
    }

    private List<Integer> numbers() {
        Matcher matcher = NUMBERS.matcher(text);
        return matcher.matches()
                ? Stream.of(1, 2, 3)
                        .map(group -> matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group)))
                        .toList()
                : List.of(0, 0, 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
