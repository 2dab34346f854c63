package io.github.vramguard.history;

import static io.github.vramguard.history.SeriesTests.isWorse;
import static io.github.vramguard.history.SeriesTests.series;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series with noise, and what is to be told from it. */
class NoiseTests {

    private static final long MIB = 1 << 20;

    /** An outlier there may as well be the first commit on the new level. */
    private static final int RIGHT_BEFORE = 2;

    /** Noise of a tenth of the tolerance. */
    private static LongStream noisy(Random random, long... levels) {
        return LongStream.of(levels).map(level -> level * MIB + (long) (random.nextGaussian() * MIB / 5));
    }

    private static long[] step(int before, long level, int after, long next) {
        return LongStream.concat(
                        LongStream.generate(() -> level).limit(before),
                        LongStream.generate(() -> next).limit(after))
                .toArray();
    }

    @Test
    void noiseDoesNotKeepWhatCameBack() {
        for (int seed = 0; seed < 50; seed++) {
            long[] levels = LongStream.concat(LongStream.of(step(10, 1, 5, 17)), LongStream.of(step(5, 1, 5, 1)))
                    .toArray();
            Series series = series(noisy(new Random(seed), levels));

            assertThat(series.changes()).hasSize(2);
            assertThat(isWorse(series, 100)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100})
    void anOutlierHidesNoChangeHoweverFarOffItIs(int commits) {
        int change = commits / 2;
        for (int outlier : IntStream.range(0, commits)
                .filter(at -> at < change - RIGHT_BEFORE || at >= change)
                .toArray()) {
            long[] levels = step(change, 1, change, 9);
            levels[outlier] += 500;

            assertThat(series(noisy(new Random(outlier), levels)).changes())
                    .as("an outlier at commit %d", outlier)
                    .extracting(found -> found.commit().id())
                    .containsExactly("c" + change);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100})
    void anOutlierIsNoChange(int commits) {
        for (int outlier = 0; outlier < commits; outlier++) {
            long[] levels = step(commits, 1, 0, 0);
            levels[outlier] += 500;

            assertThat(series(noisy(new Random(outlier), levels)).changes()).isEmpty();
        }
    }

    /** The median of the distances of neighbours is none here, and would make a change of every third history. */
    @Test
    void memoryThatGoesToAndFroBetweenTwoLevelsHardlyEverChanges() {
        long changing = IntStream.range(0, 500)
                .mapToObj(Random::new)
                .map(random -> series(LongStream.generate(() -> random.nextInt(10) < 3 ? 10 * MIB : 0)
                        .limit(100)))
                .filter(series -> !series.changes().isEmpty())
                .count();

        assertThat(changing).isLessThan(10);
    }
}
