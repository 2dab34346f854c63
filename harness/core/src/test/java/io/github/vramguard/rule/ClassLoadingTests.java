package io.github.vramguard.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.verdict.PoolOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Real programs that load classes, recorded with {@code scripts/record-class-loading}. */
class ClassLoadingTests {

    private static final LeakRule RULE = LeakRule.standard();
    private static final List<Series> ALL = read();

    @Test
    void noCleanProgramIsFlaggedAfterAnyCycle() {
        assertThat(ALL)
                .filteredOn(series -> !series.leaks())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        series -> assertThat(series.flagged()).as(series.name()).isEmpty());
    }

    /** Metadata of a Spring context that is restarted without a leak grows for thirty cycles. */
    @Test
    void bytesAloneLeaveSomeOfThemUndecided() {
        Series spring = ALL.stream()
                .filter(series -> series.name().startsWith("spring-dirties-context"))
                .findFirst()
                .orElseThrow();

        assertThat(spring.first()).isEqualTo("PASSED at 8");
        assertThat(spring.withoutClasses().first()).isEqualTo("INCONCLUSIVE at 20");
    }

    @Test
    void everyCleanProgramPassesWithinTenCycles() {
        assertThat(ALL).filteredOn(series -> !series.leaks()).allSatisfy(series -> assertThat(series.first())
                .as(series.name())
                .startsWith("PASSED"));
    }

    /** A loader of one class takes 5 KiB per cycle. The compiler of Kotlin warms up for longer than 20 cycles. */
    @Test
    void leaksAreFoundDownToTheTolerance() {
        assertThat(ALL.stream()
                        .filter(Series::leaks)
                        .map(series -> series.name() + ": " + series.first())
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        byte-buddy-injection-leak, JDK 17, g1: FAILED at 14
                        byte-buddy-leak, JDK 17, g1: FAILED at 14
                        groovy-leak, JDK 17, g1: FAILED at 12
                        groovy-leak, JDK 25, g1: FAILED at 12
                        hidden-leak, JDK 17, g1: FAILED at 13
                        hidden-leak, JDK 25, g1: FAILED at 12
                        kotlin-script-leak, JDK 25, g1: INCONCLUSIVE at 20
                        plugin-1-leak, JDK 17, g1: PASSED at 8
                        plugin-20-leak, JDK 17, serial: FAILED at 12
                        plugin-20-leak, JDK 17, z: FAILED at 12
                        plugin-20-leak, JDK 25, g1: FAILED at 12
                        plugin-20-leak, JDK 25, parallel: FAILED at 12
                        plugin-20-leak, JDK 25, serial: FAILED at 12
                        plugin-20-leak, JDK 25, shenandoah: FAILED at 13
                        plugin-20-leak, JDK 25, z: FAILED at 12
                        plugin-50-leak, JDK 17, g1: FAILED at 12
                        plugin-50-leak-every-second, JDK 17, shenandoah: FAILED at 12
                        proxy-leak, JDK 17, g1: FAILED at 12
                        spring-restart-leak, JDK 17, g1: FAILED at 12
                        spring-restart-leak, JDK 25, g1: FAILED at 12""");
    }

    private record Series(String name, boolean leaks, List<Reading> readings) {

        /** The cycles after which it would fail. */
        List<Integer> flagged() {
            return IntStream.range(8, readings.size())
                    .filter(cycles -> after(cycles) == PoolOutcome.FAILED)
                    .boxed()
                    .toList();
        }

        /** What the series ends with that stops when certain. */
        String first() {
            int certain = IntStream.rangeClosed(8, 20)
                    .filter(cycles -> after(cycles) != PoolOutcome.INCONCLUSIVE)
                    .findFirst()
                    .orElse(20);
            return after(certain) + " at " + certain;
        }

        private PoolOutcome after(int cycles) {
            return RULE.judge(Pool.METASPACE, Quality.EXACT, readings.subList(0, cycles + 1))
                    .outcome();
        }

        @Override
        public String toString() {
            return name;
        }

        Series withoutClasses() {
            return new Series(
                    name,
                    leaks,
                    readings.stream()
                            .<Reading>map(reading -> new Bytes(reading.amount().orElseThrow()))
                            .toList());
        }
    }

    private static List<Series> read() {
        InputStream resource =
                Objects.requireNonNull(ClassLoadingTests.class.getResourceAsStream("/verdict/class-loading.csv"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return reader.lines().skip(1).map(line -> parse(line.split(","))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Series parse(String[] cells) {
        long[] bytes = levels(cells[4]);
        long[] classes = levels(cells[5]);
        return new Series(
                cells[0] + ", JDK " + cells[1] + ", " + cells[2],
                cells[3].equals("leak"),
                IntStream.range(0, bytes.length)
                        .<Reading>mapToObj(cycle -> new ClassBytes(bytes[cycle], classes[cycle]))
                        .toList());
    }

    private static long[] levels(String cell) {
        return Arrays.stream(cell.split(";")).mapToLong(Long::parseLong).toArray();
    }
}
