package io.github.vramguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.noise.NoiseSample;
import io.github.vramguard.noise.NoiseSample.Planted;
import io.github.vramguard.run.Run;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 50 repetitions of 200 tests with the noise of real runs; see {@link NoiseSample}. */
@Tag("thorough")
class NoisyComparisonTests {

    private static final int REPETITIONS = 50;
    private static final long LEAK = 8 << 20;
    private static final NoiseSample NOISE = NoiseSample.read("exact.csv.gz");

    private static Comparison compare(List<Run> base, List<Run> head) {
        return Comparison.of(new Runs(base), new Runs(head), false);
    }

    private static List<Difference> worse(Comparison comparison) {
        return comparison.differences().stream()
                .filter(difference -> difference.change() == Change.WORSE)
                .toList();
    }

    private static List<String> worseTests(Comparison comparison) {
        return worse(comparison).stream()
                .map(difference -> difference.quantity().test())
                .distinct()
                .toList();
    }

    /** Two disjoint sets of clean runs, others for each repetition. */
    private record Draw(List<Integer> base, List<Integer> head, String test) {

        static Draw of(int repetition, int runs) {
            List<Integer> columns = Arrays.stream(NOISE.clean()).boxed().collect(Collectors.toList());
            Random random = new Random(repetition);
            Collections.shuffle(columns, random);
            List<String> tests = NOISE.tests();
            return new Draw(
                    columns.subList(0, runs), columns.subList(runs, 2 * runs), tests.get(random.nextInt(tests.size())));
        }

        Comparison clean() {
            return compare(NOISE.runs(base, Planted.NONE), NOISE.runs(head, Planted.NONE));
        }

        Comparison leaky() {
            return compare(NOISE.runs(base, Planted.NONE), NOISE.runs(head, new Planted(test, LEAK)));
        }
    }

    @Test
    void theSampleIsWhatItIsSaidToBe() {
        assertThat(NOISE.clean()).hasSize(REPETITIONS);
        assertThat(NOISE.tests()).hasSize(200);
    }

    @Test
    void noCleanRunIsWorseThanTheOneBefore() {
        int[] clean = NOISE.clean();
        assertThat(IntStream.range(0, clean.length)
                        .mapToObj(i -> compare(
                                NOISE.runs(List.of(clean[i]), Planted.NONE),
                                NOISE.runs(List.of(clean[(i + 1) % clean.length]), Planted.NONE)))
                        .flatMap(comparison -> worse(comparison).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void noCleanSetIsWorseThanAnother(int runs) {
        assertThat(IntStream.range(0, REPETITIONS)
                        .mapToObj(repetition -> Draw.of(repetition, runs).clean())
                        .flatMap(comparison -> worse(comparison).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void eightMebibytesInOneTestAreFoundEachTimeAndNothingElse(int runs) {
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Draw draw = Draw.of(repetition, runs);
            assertThat(worseTests(draw.leaky())).containsExactly(draw.test());
        }
    }

    /** These runs left 8 MiB of native memory in fact; the others are as they were measured, too. */
    @Test
    void whatReallyLeakedIsFoundInEachRun() {
        int[] clean = NOISE.clean();
        assertThat(NOISE.leaky()).isNotEmpty();
        for (int leaky : NOISE.leaky()) {
            Comparison comparison =
                    compare(NOISE.runs(List.of(clean[0]), Planted.NONE), NOISE.runs(List.of(leaky), Planted.NONE));
            assertThat(worseTests(comparison))
                    .singleElement()
                    .asString()
                    .contains("#test%03d()".formatted(NOISE.leakyTest(leaky)));
        }
    }
}
