package io.github.vramguard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.run.Measure;
import io.github.vramguard.run.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTests {

    private static final long MIB = 1 << 20;
    private static final Quantity NATIVE =
            new Quantity("", "A#a() @NoLeak", Pool.NATIVE, "mallinfo2 less NMT", Quality.EXACT, Measure.RESIDUAL);

    static Series series(LongStream amounts) {
        List<Point> points = new ArrayList<>();
        amounts.forEach(amount -> points.add(
                new Point(new Commit("c" + points.size(), Instant.EPOCH.plusSeconds(points.size())), amount)));
        return Series.of(NATIVE, points);
    }

    /** So many commits on each level, in MiB. */
    private static Series levels(int each, long... levels) {
        return series(LongStream.of(levels)
                .flatMap(level -> LongStream.generate(() -> level * MIB).limit(each)));
    }

    @Test
    void aChangeNamesItsCommitAndItsSize() {
        assertThat(levels(5, 1, 9, 4).changes())
                .containsExactly(
                        new ChangePoint(5, new Commit("c5", Instant.EPOCH.plusSeconds(5)), MIB, 9 * MIB),
                        new ChangePoint(10, new Commit("c10", Instant.EPOCH.plusSeconds(10)), 9 * MIB, 4 * MIB));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1"})
    void aChangeIsLargerThanTheTolerance(long level, int changes) {
        assertThat(levels(10, 0, level).changes()).hasSize(changes);
    }

    @Test
    void aSlowRiseInSmallStepsIsStillSeen() {
        assertThat(levels(5, 0, 1, 2, 3, 4).changes()).isNotEmpty();
    }

    @Property(tries = 100)
    void whatStaysWithinTheToleranceNeverChanges(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 2 * MIB) Long> amounts) {
        assertThat(series(amounts.stream().mapToLong(Long::longValue)).changes())
                .isEmpty();
    }

    static boolean isWorse(Series series, int commits) {
        List<Commit> all = series.points().stream().map(Point::commit).toList();
        return series.isWorseSince(Set.copyOf(all.subList(Math.max(0, all.size() - commits), all.size())));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "5, true", "20, true"})
    void onlyTheLastCommitsCount(int commits, boolean worse) {
        assertThat(isWorse(levels(5, 0, 8), commits)).isEqualTo(worse);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "8, true"})
    void whatCameBackIsNotWorseUpToTheTolerance(long last, boolean worse) {
        assertThat(isWorse(levels(5, 0, 16, last), 100)).isEqualTo(worse);
    }

    @Test
    void whatGotBetterIsNotWorse() {
        assertThat(isWorse(levels(5, 8, 0), 100)).isFalse();
    }
}
