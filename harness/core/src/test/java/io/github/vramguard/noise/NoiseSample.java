package io.github.vramguard.noise;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Figure;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Measured;
import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Quantity;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.RunDirectory;
import io.github.vramguard.run.RunFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What runs of {@link NoiseRun} measured, as a table with a row for each quantity and a column for each run.
 *
 * @param runs their names: {@code clean-1}, …, and {@code leaky-7} where test 7 left 8 MiB behind
 * @param rows the amounts of each quantity, one for each run
 */
public record NoiseSample(List<String> runs, Map<Quantity, long[]> rows) {

    /** The file to write, and a directory in which each part is a run. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Run> runs = new LinkedHashMap<>();
        try (Stream<Path> places = Files.list(Path.of(arguments[1]))) {
            for (Path place : places.sorted().toList()) {
                runs.put(place.getFileName().toString(), RunDirectory.readAll(List.of(place)));
            }
        }
        of(runs).write(Path.of(arguments[0]));
    }

    static NoiseSample of(Map<String, Run> runs) {
        Map<Quantity, long[]> rows = new TreeMap<>();
        int column = 0;
        for (Run run : runs.values()) {
            int position = column++;
            Figure.of(run)
                    .forEach(figure ->
                            rows.computeIfAbsent(figure.quantity().onAnyMachine(), quantity -> new long[runs.size()])[
                                            position] =
                                    figure.amount());
        }
        return new NoiseSample(List.copyOf(runs.keySet()), rows);
    }

    /** A table of the test resources. */
    public static NoiseSample read(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(NoiseSample.class.getResourceAsStream(name), name)),
                UTF_8))) {
            List<String> names = List.of(in.readLine().split(","));
            Map<Quantity, long[]> rows = new TreeMap<>();
            in.lines().map(line -> line.split(",")).forEach(cells -> {
                Quantity quantity = new Quantity(
                        "",
                        cells[0],
                        Pool.named(cells[1]),
                        cells[2],
                        Quality.valueOf(cells[3]),
                        Measure.valueOf(cells[4]));
                rows.put(
                        quantity,
                        Arrays.stream(cells).skip(5).mapToLong(Long::parseLong).toArray());
            });
            return new NoiseSample(names.subList(5, names.size()), rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) throws IOException {
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8)) {
            out.write("test,pool,source,quality,measure," + String.join(",", runs) + "\n");
            for (Map.Entry<Quantity, long[]> row : rows.entrySet()) {
                Quantity quantity = row.getKey();
                out.write(quantity.test() + "," + quantity.pool() + "," + quantity.source() + "," + quantity.quality()
                        + "," + quantity.measure().name());
                for (long amount : row.getValue()) {
                    out.write("," + amount);
                }
                out.write("\n");
            }
        }
    }

    /** The columns of runs that left nothing behind. */
    public int[] clean() {
        return IntStream.range(0, runs.size())
                .filter(run -> runs.get(run).startsWith("clean"))
                .toArray();
    }

    /** The columns of runs that left something behind. */
    public int[] leaky() {
        return IntStream.range(0, runs.size())
                .filter(run -> runs.get(run).startsWith("leaky"))
                .toArray();
    }

    /** The ids and checks of the tests. */
    public List<String> tests() {
        return rows.keySet().stream().map(Quantity::test).distinct().toList();
    }

    /** The number of the test that left something behind in a run. */
    public int leakyTest(int column) {
        return Integer.parseInt(runs.get(column).substring("leaky-".length()));
    }

    /** Runs with a leak of native memory in one test. */
    public List<Run> runs(List<Integer> columns, Planted planted) {
        return columns.stream().map(column -> run(column, planted)).toList();
    }

    private Run run(int column, Planted planted) {
        Map<String, List<Quantity>> tests = rows.keySet().stream()
                .collect(Collectors.groupingBy(Quantity::test, TreeMap::new, Collectors.toList()));
        return Measured.run(
                RunFixture.MACHINE,
                column,
                tests.entrySet().stream()
                        .map(test -> test(test.getKey(), test.getValue(), column, planted))
                        .toArray(MeasuredTest[]::new));
    }

    private MeasuredTest test(String key, List<Quantity> quantities, int column, Planted planted) {
        String id = key.substring(0, key.indexOf(' '));
        MeasuredPool[] pools = quantities.stream()
                .map(quantity -> Measured.pool(
                        quantity.pool(),
                        new Origin(quantity.source(), "", quantity.quality(), OptionalLong.empty()),
                        Objects.requireNonNull(rows.get(quantity))[column] + planted.in(quantity)))
                .toArray(MeasuredPool[]::new);
        return quantities.get(0).measure() == Measure.GROWTH_PER_CYCLE
                ? Measured.leakTest(id, Result.PASSED, pools)
                : Measured.test(id, Result.PASSED, pools);
    }

    /** Native memory that a test leaves behind, which is resident, too. */
    public record Planted(String test, long bytes) {

        /** The run as it was measured. */
        public static final Planted NONE = new Planted("", 0);

        long in(Quantity quantity) {
            boolean grows =
                    quantity.pool().equals(Pool.NATIVE) || quantity.pool().equals(Pool.RESIDENT);
            return grows && quantity.test().equals(test) ? bytes : 0;
        }
    }
}
