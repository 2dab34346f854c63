package io.github.vramguard.baseline;

import io.github.vramguard.memory.ByteSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a baseline: {@code com.acme.ModelTests#loads() @NoLeak | native | residue | 1.5 MiB}.
 *
 * @param test the test and how it was judged, see {@link io.github.vramguard.run.TestCase#key()}
 * @param pool the name of the pool
 * @param figure what is remembered of it
 * @param bytes the amount, rounded up to two digits so that it does not change with every run
 */
public record Remembered(String test, String pool, Figure figure, long bytes) implements Comparable<Remembered> {

    private static final Pattern LINE = Pattern.compile("(.+) \\| (\\S+) \\| (residue|peak) \\| (\\d[^|]*)");
    private static final Comparator<Remembered> ORDER = Comparator.comparing(Remembered::test)
            .thenComparing(Remembered::pool)
            .thenComparing(Remembered::figure);

    /**
     * What is to be remembered of an amount.
     *
     * @param test the test and how it was judged
     * @param pool the name of the pool
     * @param figure what is remembered of it
     * @param measured the amount; less than nothing counts as nothing
     * @return the line
     */
    static Remembered of(String test, String pool, Figure figure, long measured) {
        return new Remembered(test.replace('\n', ' '), pool, figure, roundedUp(Math.max(0, measured)));
    }

    /** What is written is what is meant. */
    private static long roundedUp(long bytes) {
        BigDecimal rounded = BigDecimal.valueOf(bytes).round(new MathContext(2, RoundingMode.CEILING));
        return ByteSize.parse(new ByteSize(rounded.longValue()).toString()).bytes();
    }

    static Remembered parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a line is: test | pool | residue or peak | amount");
        }
        return new Remembered(
                parts.group(1),
                parts.group(2),
                Figure.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
                ByteSize.parse(parts.group(4)).bytes());
    }

    /** Whether it is about the same as another. */
    boolean isOf(Remembered other) {
        return ORDER.compare(this, other) == 0;
    }

    @Override
    public int compareTo(Remembered other) {
        return ORDER.thenComparing(Remembered::bytes).compare(this, other);
    }

    @Override
    public String toString() {
        return test + " | " + pool + " | " + figure + " | " + new ByteSize(bytes);
    }
}
