package io.github.vramguard.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingStepsTests {

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0 0,       ''",
        "0 0 5 5 5,       2:5",
        "0 0 1 1 1,       ''",
        "0 0 5 0 0,       ''",
        "0 5 5 0 0,       ''",
        "0 5 5 9 9 9,     1:5 3:4",
        "0 5 5 3 5 5,     1:5",
        "0 0 0 0 5,       4:5",
        "9 9 3 3 9 9,     ''"
    })
    void aStepLastsToTheEnd(String levels, String steps) {
        assertThat(written(LastingSteps.in(Written.levels(levels), 2))).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
        "0 5 5 5 10, true,  1:5 4:5",
        "0 5 5 5 10, false, 1:5",
        "0 5 5 5 30, true,  1:5",
        "0 0 0 0 5,  true,  ''",
        "0 5 5 5 5,  false, 1:5"
    })
    void aStepInTheLastLevelIsBelievedIfExactAndLikeTheOthers(String levels, boolean exact, String steps) {
        assertThat(written(LastingSteps.in(Written.levels(levels), 2).confirmed(exact)))
                .isEqualTo(steps);
    }

    @Test
    void allMovesUpAndDownAreSummed() {
        LastingSteps found = LastingSteps.in(Written.levels("0 5 5 3 3 4 4"), 2);
        assertThat(found.up()).isEqualTo(6);
        assertThat(found.down()).isEqualTo(2);
    }

    private static String written(LastingSteps found) {
        return found.steps().stream()
                .map(step -> step.cycle() + ":" + Math.round(step.size()))
                .collect(joining(" "));
    }
}
