package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Inputs as literals, and what is read from them. */
public final class Written {

    private Written() {}

    static List<Series> read(String text) {
        List<Series> series = new ArrayList<>();
        try {
            Lines lines = new Lines("input", new BufferedReader(new StringReader(text)));
            lines.advancePastComments();
            KnownFormats.of(lines, Pool.gpu(0), Quality.EXACT).read(lines, series::add);
            return series;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A series of device memory, its values with spaces between them. */
    public static Series series(String id, String values) {
        return series(id, "gpu0", values);
    }

    /** A series of another pool. */
    public static Series series(String id, String pool, String values) {
        return series(id, pool, Quality.EXACT, values);
    }

    /** A series of a quality. */
    public static Series series(String id, String pool, Quality quality, String values) {
        return new Series(id, Pool.named(pool), quality, values(values));
    }

    private static List<OptionalDouble> values(String values) {
        return Stream.of(values.split(" ")).map(WrittenLevel::parse).toList();
    }
}
