package io.github.vramguard.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A series with what is known of it: see the README.md beside the files. */
record LabelledSeries(String name, String row, double leakPerCycle, Shape shape, double rate, double[] levels) {

    private static final Map<String, Sensitivity> SENSITIVITIES = Map.of(
            "VRAM", Sensitivity.VRAM,
            "VRAM_DEVICE", Sensitivity.VRAM_DEVICE,
            "NATIVE", Sensitivity.NATIVE,
            "NATIVE_RAW", Sensitivity.NATIVE_RAW,
            "RESIDENT", Sensitivity.RESIDENT,
            "HEAP", Sensitivity.HEAP);

    static List<LabelledSeries> in(String file) {
        InputStream resource = Objects.requireNonNull(LabelledSeries.class.getResourceAsStream("/verdict/" + file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return reader.lines().skip(1).map(LabelledSeries::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledSeries parse(String line) {
        String[] cells = line.split(",");
        return new LabelledSeries(
                cells[1] + " #" + cells[0],
                cells[2],
                Double.parseDouble(cells[3]),
                Shape.valueOf(cells[4]),
                Double.parseDouble(cells[5]),
                Arrays.stream(cells[6].split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
    }

    Sensitivity sensitivity() {
        return Objects.requireNonNull(SENSITIVITIES.get(row));
    }

    SeriesVerdict judged() {
        return SeriesRule.judge(levels, sensitivity());
    }

    /** What was simulated or measured. */
    String kind() {
        return name.substring(0, name.indexOf(' '));
    }

    LabelledSeries after(int cycles) {
        return new LabelledSeries(name, row, leakPerCycle, shape, rate, Arrays.copyOf(levels, cycles + 1));
    }

    boolean leaks() {
        return leakPerCycle > 0;
    }

    int cycles() {
        return levels.length - 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
