package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelShiftTests {

    @ParameterizedTest
    @CsvSource({"0 0 0 5 5, 4, 5, 0", "5 5 0 0 0, 3, -5, 0", "0 9 9 9 9, 2, 9, 0", "0 2 9 11, 3, 9, 4"})
    void theStepIsWhereItExplainsMost(String levels, int cycle, double size, double residual) {
        assertThat(LevelShift.in(Written.levels(levels))).isEqualTo(new LevelShift(residual, cycle, size));
    }
}
