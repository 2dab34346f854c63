package io.github.vramguard.baseline;

import io.github.vramguard.memory.ByteSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a baseline: {@code com.acme.ModelTests#loads() @NoLeak | native | residue | 1.5 MiB}.
 *
 * @param test the test and how it was judged, see {@link io.github.vramguard.run.TestCase#key()}
 * @param pool the name of the pool
 * @param figure what is remembered of it
 * @param bytes the amount
 */
public record Remembered(String test, String pool, Figure figure, long bytes) implements Comparable<Remembered> {

    private static final Pattern LINE = Pattern.compile("(.+) \\| (\\S+) \\| (residue|peak) \\| (\\d[^|]*)");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final Comparator<Remembered> ORDER = Comparator.comparing(Remembered::test)
            .thenComparing(Remembered::pool)
            .thenComparing(Remembered::figure);

    /** A line that holds the amount to the byte, as it was measured; less than nothing counts as nothing. */
    static Remembered of(String test, String pool, Figure figure, long measured) {
        return new Remembered(test.replace('\n', ' '), pool, figure, Math.max(0, measured));
    }

    /** The line as it is written: with two digits, so that it does not change with every run. */
    Remembered roundedUp() {
        int unit = 0;
        BigDecimal amount = BigDecimal.valueOf(bytes);
        while (unit < UNITS.size() - 1 && amount.compareTo(STEP) >= 0) {
            amount = amount.divide(STEP, MathContext.DECIMAL64);
            unit++;
        }
        BigDecimal rounded = amount.round(new MathContext(2, RoundingMode.CEILING));
        String written = rounded.toPlainString() + " " + UNITS.get(unit);
        return new Remembered(test, pool, figure, ByteSize.parse(written).bytes());
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
