package io.github.vramguard.cli.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.Typed;
import io.github.vramguard.cli.usage.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The labelled series, written in the form that the command line reads. */
class SimulatedSeriesTests {

    private static final Map<String, String> POOLS = Map.of(
            "VRAM", "gpu0,exact",
            "VRAM_DEVICE", "gpu0,mixed",
            "NATIVE", "native,exact",
            "NATIVE_RAW", "native,mixed",
            "RESIDENT", "resident,exact",
            "HEAP", "heap,exact");

    private final List<String[]> rows = rows();

    private static List<String[]> rows() {
        try (InputStream file =
                Objects.requireNonNull(SimulatedSeriesTests.class.getResourceAsStream("/verdict/simulated.csv"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String csv(UnaryOperator<String> levels) {
        return rows.stream()
                .map(row -> row[0] + "," + POOLS.get(row[2]) + "," + levels.apply(row[6]))
                .collect(Collectors.joining("\n", "id,pool,quality,values\n", "\n"));
    }

    /** The lines printed for all series, one space between the columns. */
    private List<String> judged() {
        return judged(csv(levels -> levels), "judge", "-");
    }

    private static List<String> judged(String csv, String... arguments) {
        StringWriter out = new StringWriter();
        ByteArrayInputStream in = new ByteArrayInputStream(csv.getBytes(UTF_8));
        int code = Typed.run(in, new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
        assertThat(code).isEqualTo(ExitCode.FAILED);
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void getTheirLabelsOrAreLeaksThatAreFoundEarlier() {
        List<String> lines = judged();

        assertThat(lines).hasSize(rows.size() + 1);
        assertThat(lines.get(rows.size())).startsWith("2000 series: ");
        assertThat(IntStream.range(0, rows.size())
                        .filter(i -> !shape(lines.get(i)).equals(rows.get(i)[4])))
                .hasSizeLessThan(rows.size() / 50)
                .allMatch(
                        i -> !rows.get(i)[3].equals("0") && shape(lines.get(i)).equals("LEAK"));
    }

    private static String shape(String line) {
        return line.split(" ")[2];
    }

    @Test
    void withoutLeakNeverFail() {
        List<String> lines = judged();

        assertThat(IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i)[3].equals("0"))
                        .mapToObj(lines::get))
                .hasSizeGreaterThan(900)
                .noneMatch(line -> line.contains(" FAILED "));
    }

    @Test
    void ofFewerThanEightCyclesNeverPass() {
        List<String> lines = judged();

        assertThat(IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i)[6].split(";").length <= 8)
                        .mapToObj(lines::get))
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.contains(" INCONCLUSIVE INCONCLUSIVE "));
    }

    @Test
    void withoutTheirBaselineAreJudgedTheSame() {
        String csv = csv(levels -> levels.substring(levels.indexOf(';') + 1));

        List<String> without = judged(csv, "judge", "--no-baseline", "-");

        List<String> with = judged();
        long same = IntStream.range(0, rows.size())
                .filter(i -> with.get(i).equals(without.get(i)))
                .count();
        assertThat(same).isGreaterThanOrEqualTo(1998);
    }
}
