package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTests {

    @ParameterizedTest
    @CsvSource({"3, 3", "1 3, 2", "9 1 5, 5", "4 1 3 2, 2.5"})
    void theMedianIsTheMiddleOrBetweenTheTwoMiddleOnes(String values, double median) {
        assertThat(levels(values).median()).isEqualTo(median);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "0 4, 1", "8 0 4, 2", "0 1 2 3 4, 1"})
    void theQuartileIsInterpolated(String values, double quartile) {
        assertThat(levels(values).quantile(0.25)).isEqualTo(quartile);
    }

    @ParameterizedTest
    @CsvSource({"1 9 1 1, 1 1 1 1", "1 1 9 9, 1 1 9 9", "1 2 3 9, 1 2 3 9", "9 1 1 9, 9 1 1 9", "1 5 2 6, 1 2 5 6"})
    void aSpikeOfOneReadingIsGoneAndAStepStays(String values, String smooth) {
        assertSame(levels(values).despiked(), levels(smooth));
    }

    @ParameterizedTest
    @CsvSource({"1 2 3, 1 2 3", "3 1 2, 1 1 2", "5 9 4 6, 4 4 4 6"})
    void theFloorIsTheLowestFromHereOn(String values, String floor) {
        assertSame(levels(values).floor(), levels(floor));
    }

    @Test
    void noiseIsThatOfANormalDistribution() {
        assertThat(levels("0 1 0 1 0 1").noise()).isCloseTo(1 / (0.3186 * Math.sqrt(2)), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"7", "0 5 10 15 20 25", "0 5 10 15 15 20 25"})
    void evenGrowthIsNoNoiseEither(String values) {
        assertThat(levels(values).noiseAroundGrowth()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0 1 0 1 0 1", "0 0 0 9 9 9 9", "0 5 4 9 8 13 12"})
    void noiseAroundGrowthIsNeverMoreThanNoise(String values) {
        assertThat(levels(values).noiseAroundGrowth())
                .isLessThanOrEqualTo(levels(values).noise());
    }

    @Test
    void scatterIsWhatIsLeftAroundTheSlope() {
        assertThat(levels("0 5 10 15 20 25").scatterAround(5)).isZero();
        assertThat(levels("1 4 11 14 21 24").scatterAround(5)).isCloseTo(1 / 0.6745, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"7", "0 0 0 9 9 9 9", "0 5 5 5 5 5"})
    void fewStepsAreNoNoise(String values) {
        assertThat(levels(values).noise()).isZero();
    }

    @Test
    void growthIsFromTheFirstThreeToTheLastThree() {
        assertThat(levels("0 90 1 5 5 7 -90 8").growth()).isEqualTo(6);
    }

    @Test
    void aLevelIsSettledAsFarAsItsPredecessorConfirmsIt() {
        assertThat(levels("1 5 9").settled()).isEqualTo(5);
        assertThat(levels("1 9 5").settled()).isEqualTo(5);
    }

    @Test
    void changingACopyLeavesTheOriginal() {
        Levels original = levels("1 2 3");
        assertThat(original.withLast(9).last()).isEqualTo(9);
        assertThat(original.last()).isEqualTo(3);
    }

    private static Levels levels(String values) {
        return Written.levels(values);
    }

    private static void assertSame(Levels actual, Levels expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }
}
