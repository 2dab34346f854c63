package io.github.vramguard.memory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An amount of memory in bytes, which is negative for some differences.
 *
 * <p>It is written the way people write it: {@code "6 GiB"} is 6 × 1024³ bytes and {@code "6 GB"} is 6 × 1000³ bytes.
 * It is printed with binary units and three significant digits.
 *
 * @param bytes the amount in bytes
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?) ?(B|[kK]B|[MGT]B|[KMGT]iB)");

    /**
     * Parses a written amount: a number, at most one space, and one of {@code B}, {@code kB} or {@code KB}, {@code MB},
     * {@code GB}, {@code TB} (powers of 1000), {@code KiB}, {@code MiB}, {@code GiB}, {@code TiB} (powers of 1024).
     * A fraction of a byte is dropped.
     *
     * @param text the written amount, for instance {@code "1.5 GiB"}
     * @return the amount
     * @throws IllegalArgumentException if the text has another form or exceeds 2⁶³ − 1 bytes
     */
    public static ByteSize parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount of memory; write a number and a unit,"
                    + " such as \"512 KiB\", \"24 MiB\", \"6 GiB\" (powers of 1024) or \"6 GB\" (powers of 1000)");
        }
        BigDecimal bytes = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit(form.group(2))));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" is more than " + new ByteSize(Long.MAX_VALUE));
        }
        return new ByteSize(bytes.longValue());
    }

    private static long unit(String name) {
        int power = "BKMGT".indexOf(name.toUpperCase(Locale.ROOT).charAt(0));
        long base = name.endsWith("iB") ? 1024 : 1000;
        long unit = 1;
        for (int i = 0; i < power; i++) {
            unit *= base;
        }
        return unit;
    }

    /**
     * Prints the amount with three significant digits and the largest binary unit that leaves it at 1 or more.
     *
     * @return for instance {@code 26.6 MiB}, {@code 231 MiB}, {@code 8 GiB}, {@code -512 B}
     */
    @Override
    public String toString() {
        BigDecimal amount = BigDecimal.valueOf(bytes);
        BigDecimal step = BigDecimal.valueOf(1024);
        int unit = 0;
        while (unit < 4 && rounded(amount).abs().compareTo(step) >= 0) {
            amount = amount.divide(step, MathContext.DECIMAL64);
            unit++;
        }
        String name = new String[] {"B", "KiB", "MiB", "GiB", "TiB"}[unit];
        return rounded(amount).stripTrailingZeros().toPlainString() + " " + name;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        int wholeDigits = amount.precision() - amount.scale();
        return amount.setScale(Math.min(2, Math.max(0, 3 - wholeDigits)), RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }
}
