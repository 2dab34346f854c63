package io.github.vramguard.baseline;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a baseline: {@code com.acme.ModelTests#loads() @NoLeak | native | residual | 1.5 MiB}. If the readings
 * include other memory, as those of a whole device do, a further column says so: they are compared only with each other.
 *
 * @param test the test and how it was judged, see {@link io.github.vramguard.run.TestCase#key()}
 * @param pool the pool
 * @param quality whether the readings include other memory
 * @param measure the kind of figure
 * @param amount bytes or a count, as the unit of the pool says
 */
public record BaselineLine(String test, Pool pool, Quality quality, Measure measure, long amount)
        implements Comparable<BaselineLine> {

    private static final String MIXED = " | with other memory";
    private static final Pattern LINE =
            Pattern.compile("(.+) \\| (\\S+) \\| ([a-z ]+) \\| (\\d[^|]*?)( \\| with other memory)?");
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    private static final Comparator<BaselineLine> ORDER = Comparator.comparing(BaselineLine::test)
            .thenComparing(BaselineLine::pool)
            .thenComparing(BaselineLine::quality)
            .thenComparing(BaselineLine::measure);

    /** A line with the exact figure. */
    static BaselineLine of(Figure figure) {
        return new BaselineLine(
                figure.quantity().test().replace('\n', ' '),
                figure.quantity().pool(),
                figure.quantity().quality(),
                figure.quantity().measure(),
                figure.amount());
    }

    /** The line as it is written: bytes with two digits, so that it does not change with each run. */
    BaselineLine roundedUp() {
        return pool.unit() == Pool.Unit.COUNT
                ? this
                : new BaselineLine(
                        test, pool, quality, measure, roundedUp(amount).bytes());
    }

    private static ByteSize roundedUp(long bytes) {
        int unit = 0;
        BigDecimal amount = BigDecimal.valueOf(bytes);
        while (unit < UNITS.size() - 1 && amount.compareTo(STEP) >= 0) {
            amount = amount.divide(STEP, MathContext.DECIMAL64);
            unit++;
        }
        BigDecimal rounded = amount.round(new MathContext(2, RoundingMode.CEILING));
        return ByteSize.parse(rounded.toPlainString() + " " + UNITS.get(unit));
    }

    static BaselineLine parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a line is: test | pool | residual, growth per cycle or peak | amount, optionally followed by"
                            + MIXED);
        }
        Pool pool = Pool.named(parts.group(2));
        Quality quality = parts.group(5) == null ? Quality.EXACT : Quality.MIXED;
        return new BaselineLine(parts.group(1), pool, quality, named(parts.group(3)), parsed(pool, parts.group(4)));
    }

    private static Measure named(String words) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.toString().equals(words))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + words + "\" is not " + Arrays.toString(Measure.values())));
    }

    private static long parsed(Pool pool, String text) {
        return pool.unit() == Pool.Unit.COUNT
                ? Long.parseLong(text)
                : ByteSize.parse(text).bytes();
    }

    /** Whether it is the same figure as another. */
    boolean isOf(BaselineLine other) {
        return ORDER.compare(this, other) == 0;
    }

    @Override
    public int compareTo(BaselineLine other) {
        return ORDER.thenComparingLong(BaselineLine::amount).compare(this, other);
    }

    @Override
    public String toString() {
        return test + " | " + pool + " | " + measure + " | " + pool.format(amount)
                + (quality == Quality.MIXED ? MIXED : "");
    }
}
