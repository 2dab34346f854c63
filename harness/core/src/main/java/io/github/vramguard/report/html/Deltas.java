package io.github.vramguard.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a series as differences to the last known value, in base 36, with a blank between them: {@code _} is a gap, and
 * {@code 5k*3} stands for three in a row. {@code @35s} in front of them says that they count pages of 4 KiB, or whatever else
 * all values are multiples of.
 */
final class Deltas extends StdSerializer<Collection<? extends Number>> {

    private static final long serialVersionUID = 1;
    private static final int RADIX = 36;

    Deltas() {
        super(Collection.class, false);
    }

    @Override
    public void serialize(Collection<? extends Number> series, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeString(of(series));
    }

    static String of(Collection<? extends @Nullable Number> series) {
        Runs runs = new Runs();
        long unit = series.stream()
                .filter(Objects::nonNull)
                .mapToLong(Number::longValue)
                .reduce(0, Deltas::common);
        if (unit > 1) {
            runs.add("@" + Long.toString(unit, RADIX));
        }
        long last = 0;
        for (Number value : series) {
            if (value == null) {
                runs.add("_");
            } else {
                runs.add(Long.toString((value.longValue() - last) / Math.max(1, unit), RADIX));
                last = value.longValue();
            }
        }
        return runs.toString();
    }

    /** The greatest common divisor. */
    private static long common(long one, long other) {
        return other == 0 ? Math.abs(one) : common(other, one % other);
    }

    /** Words, of which those that are repeated are counted. */
    private static final class Runs {

        private final StringBuilder text = new StringBuilder();
        private String word = "";
        private int times;

        void add(String next) {
            if (!next.equals(word)) {
                end();
                word = next;
                times = 0;
            }
            times++;
        }

        private void end() {
            if (times > 0) {
                text.append(text.isEmpty() ? "" : " ").append(word).append(times == 1 ? "" : "*" + times);
            }
            times = 0;
        }

        @Override
        public String toString() {
            end();
            return text.toString();
        }
    }
}
