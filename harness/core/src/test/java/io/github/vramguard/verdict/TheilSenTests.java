package io.github.vramguard.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheilSenTests {

    @ParameterizedTest
    @CsvSource({"1 1 1 1 1 1, 0", "0 2 4 6 8 10, 2", "9 8 7 6 5 4, -1", "0 1 2 90 4 5 6, 1"})
    void theSlopeIsThatOfMostPairs(String levels, double slope) {
        assertThat(TheilSen.of(Written.levels(levels)).slope()).isEqualTo(slope);
    }

    @Test
    void noiseWidensTheBounds() {
        TheilSen calm = TheilSen.of(Written.levels("0 1 2 3 4 5 6 7 8"));
        TheilSen noisy = TheilSen.of(Written.levels("0 3 1 5 2 7 4 9 6"));
        assertThat(calm.hi() - calm.lo()).isZero();
        assertThat(noisy.lo()).isLessThan(noisy.slope());
        assertThat(noisy.hi()).isGreaterThan(noisy.slope());
    }

    @Test
    void threeLevelsBoundNothing() {
        TheilSen few = TheilSen.of(Written.levels("0 5 1"));
        assertThat(few.lo()).isEqualTo(-4);
        assertThat(few.hi()).isEqualTo(5);
    }
}
