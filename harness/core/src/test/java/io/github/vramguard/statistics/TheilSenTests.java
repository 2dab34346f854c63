package io.github.vramguard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheilSenTests {

    @ParameterizedTest
    @CsvSource({"1 1 1 1 1 1, 0", "0 2 4 6 8 10, 2", "9 8 7 6 5 4, -1", "0 1 2 90 4 5 6, 1"})
    void theSlopeIsThatOfMostPairs(String values, double slope) {
        assertThat(TheilSen.of(numbers(values)).slope()).isEqualTo(slope);
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 2, 5 5 5, 0",
        "0 1 2, 9 7 5, -2",
        "0 1 5, 0 2 10, 2",
        "0 1 2 3 4 5 6, 0 1 2 900 4 5 6, 1",
        "0 0 1, 1 2 3, 1.5",
        "0 0 0, 1 2 3, 0",
    })
    void pointsNeedNotBeEvenlySpaced(String at, String values, double slope) {
        assertThat(TheilSen.of(numbers(at), numbers(values)).slope()).isEqualTo(slope);
    }

    @Test
    void noiseWidensTheBounds() {
        TheilSen calm = TheilSen.of(numbers("0 1 2 3 4 5 6 7 8"));
        TheilSen noisy = TheilSen.of(numbers("0 3 1 5 2 7 4 9 6"));
        assertThat(calm.hi() - calm.lo()).isZero();
        assertThat(noisy.lo()).isLessThan(noisy.slope());
        assertThat(noisy.hi()).isGreaterThan(noisy.slope());
    }

    @Test
    void threeValuesBoundNothing() {
        TheilSen few = TheilSen.of(numbers("0 5 1"));
        assertThat(few.lo()).isEqualTo(-4);
        assertThat(few.hi()).isEqualTo(5);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
