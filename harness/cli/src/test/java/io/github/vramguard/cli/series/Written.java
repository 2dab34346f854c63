package io.github.vramguard.cli.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Inputs as literals, and what is read from them. */
public final class Written {

    private static final Signal VRAM = Signal.named("vram");

    private Written() {}

    static List<Series> read(String text) {
        List<Series> series = new ArrayList<>();
        try {
            Lines lines = new Lines("input", new BufferedReader(new StringReader(text)));
            lines.advancePastComments();
            KnownFormats.of(lines, VRAM).read(lines, series::add);
            return series;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A series of device memory, its values with spaces between them. */
    public static Series series(String id, String values) {
        return series(id, "vram", values);
    }

    /** A series of another signal. */
    public static Series series(String id, String signal, String values) {
        return new Series(id, Signal.named(signal), values(values));
    }

    private static List<OptionalDouble> values(String values) {
        return Stream.of(values.split(" ")).map(WrittenLevel::parse).toList();
    }
}
