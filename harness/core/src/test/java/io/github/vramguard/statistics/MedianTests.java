package io.github.vramguard.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTests {

    @Test
    void ofAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Median.of(7)).isEqualTo(7);
        assertThat(Median.of(9, 1, 5)).isEqualTo(5);
        assertThat(Median.of(9, 1, 5, 2)).isEqualTo(3.5);
    }

    @Test
    void theLowerOneIsAlwaysOneOfTheAmounts() {
        assertThat(Median.lower(7)).isEqualTo(7);
        assertThat(Median.lower(9, 1, 5)).isEqualTo(5);
        assertThat(Median.lower(List.of(9L, 1L, 5L, 2L))).isEqualTo(2);
    }

    @Test
    void leavesItsNumbersInTheirOrder() {
        double[] values = {3, 1, 2};
        long[] amounts = {3, 1, 2};

        Median.of(values);
        Median.lower(amounts);

        assertThat(values).containsExactly(3, 1, 2);
        assertThat(amounts).containsExactly(3, 1, 2);
    }
}
