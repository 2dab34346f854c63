package io.github.vramguard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.noise.NoiseSample;
import io.github.vramguard.noise.NoiseSample.Planted;
import io.github.vramguard.run.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 50 histories of 30 commits and 200 tests with the noise of real runs; see {@link NoiseSample}. */
@Tag("thorough")
class NoisyHistoryTests {

    private static final int REPETITIONS = 50;
    private static final int COMMITS = 30;
    private static final int LEAKY_FROM = 15;
    private static final long LEAK = 8 << 20;
    private static final NoiseSample NOISE = NoiseSample.read("exact.csv.gz");

    /** Clean runs in an order of their own, and from the sixteenth commit on a leak in one test. */
    private static List<Series> changing(int repetition, Planted planted) {
        List<Integer> columns = Arrays.stream(NOISE.clean()).boxed().collect(Collectors.toList());
        Collections.shuffle(columns, new Random(repetition));
        SeriesReader reader = new SeriesReader();
        for (int i = 0; i < COMMITS; i++) {
            Commit commit = new Commit("c" + i, Instant.EPOCH.plusSeconds(i));
            Run run = NOISE.runs(List.of(columns.get(i)), i < LEAKY_FROM ? Planted.NONE : planted)
                    .get(0);
            new RunEntries(commit, run).all().forEach(reader::add);
        }
        return reader.history(List.of()).series().stream()
                .filter(series -> !series.changes().isEmpty())
                .toList();
    }

    @Test
    void noCleanHistoryChanges() {
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            assertThat(changing(repetition, Planted.NONE)).isEmpty();
        }
    }

    @Test
    void eightMebibytesInOneTestAreFoundEachTimeAndNothingElse() {
        List<String> tests = NOISE.tests();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            String test = tests.get(new Random(repetition).nextInt(tests.size()));
            assertThat(changing(repetition, new Planted(test, LEAK)))
                    .isNotEmpty()
                    .allSatisfy(series -> {
                        assertThat(series.quantity().test()).isEqualTo(test);
                        assertThat(series.changes())
                                .extracting(change -> change.commit().id())
                                .containsExactly("c" + LEAKY_FROM);
                        assertThat(series.changes().get(0).size()).isBetween(LEAK * 9 / 10, LEAK * 11 / 10);
                    });
        }
    }
}
