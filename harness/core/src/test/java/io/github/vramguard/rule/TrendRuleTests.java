package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendRuleTests {

    private static final double KIB = 1024;

    @ParameterizedTest
    @ValueSource(ints = {12, 15, 20, 30})
    void aStraightLineIsALeak(int cycles) {
        assertThat(TrendRule.in(course(cycles, i -> 100 * i), Sensitivity.HEAP)).hasValueSatisfying(trend -> {
            assertThat(trend.rate()).isCloseTo(100 * KIB, within(1.0));
            assertThat(trend.gain()).isGreaterThan(8);
        });
    }

    @Test
    void elevenCyclesAreTooFew() {
        assertThat(TrendRule.in(course(11, i -> 100 * i), Sensitivity.HEAP)).isEmpty();
    }

    @Test
    void aLineBelowTheToleranceIsNoLeak() {
        assertThat(TrendRule.in(course(20, i -> 31 * i), Sensitivity.HEAP)).isEmpty();
        assertThat(TrendRule.in(course(20, i -> 33 * i), Sensitivity.HEAP)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 15, 20, 30})
    void whatLevelsOffIsNoLeak(int cycles) {
        assertThat(TrendRule.in(course(cycles, i -> 2000 * Math.log(i)), Sensitivity.HEAP))
                .isEmpty();
        assertThat(TrendRule.in(course(cycles, i -> 2000 * Math.sqrt(i)), Sensitivity.HEAP))
                .isEmpty();
        assertThat(TrendRule.in(course(cycles, i -> 9000 * (1 - Math.exp(-i / 6.0))), Sensitivity.HEAP))
                .isEmpty();
        assertThat(TrendRule.in(course(cycles, i -> 500 * Math.min(i, cycles / 2)), Sensitivity.HEAP))
                .isEmpty();
        assertThat(TrendRule.in(course(cycles, i -> i > cycles / 2 ? 5000 : 0), Sensitivity.HEAP))
                .isEmpty();
    }

    @Test
    void anEndThatJumpsIsNotBelieved() {
        Levels jump = course(20, i -> i < 20 ? i % 2 : 5000);
        assertThat(TrendRule.in(jump, Sensitivity.HEAP)).isEmpty();
    }

    @Test
    void anEndBelowTheStartIsNoLeak() {
        assertThat(TrendRule.in(course(20, i -> i < 15 ? 100 * i : 50), Sensitivity.HEAP))
                .isEmpty();
    }

    private static Levels course(int cycles, IntToDoubleFunction kibibytes) {
        return Levels.of(IntStream.rangeClosed(1, cycles)
                .mapToDouble(i -> kibibytes.applyAsDouble(i) * KIB)
                .toArray());
    }
}
