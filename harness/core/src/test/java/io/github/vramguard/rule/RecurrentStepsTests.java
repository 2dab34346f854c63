package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrentStepsTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one a cycle,                              2 2 1*6,                    true",
        "before the eighth cycle,                  2 2 1*5,                    false",
        "two steps are too few,                    2 2 1 0 0 0 0 1,            false",
        "three in rhythm,                          2 2 1 0 0 1 0 0 1,          true",
        "three without rhythm,                     2 2 1 1 0 0 0 0 1,          false",
        "three of unlike size,                     2 2 1 0 0 3 0 0 3,          false",
        "three and something given back,           2 2 1 0 0 1 -1 1 1 0 0,     false",
        "four need no rhythm,                      2 2 1 1 0 0 0 1 1,          true",
        "mostly given back,                        9 0 5 -5 5 -5 5 -5 5 -5 1 1 1 1, false",
        "overdue,                                  2 2 1*4 0*2,                false",
        "not yet overdue,                          2 2 1*5 0,                  true",
        "one long pause,                           2 2 1 1 1 0 0 0 1 1,        true",
        "only in the first half,                   2 2 3 3 3 0 0 0 0 1 1,      false",
        "one big step on small ones,               2 2 1 1 1 0 0 0 9,          false",
        "after a warm-up of six cycles,            9 8 7 6 5 4 1 1 1 1 1 1,    true"
    })
    void stepsAreALeakInRhythmAndStillGoingOn(String story, String moves, boolean leak) {
        assertThat(in(moves).isPresent()).isEqualTo(leak);
    }

    @Test
    void aLongWarmUpMovesTheReference() {
        assertThat(in("2 2 1*6")).map(StepWindow::reference).hasValue(2);
        assertThat(in("9 8 7 6 5 4 1*6").map(StepWindow::reference).orElseThrow())
                .isGreaterThan(2);
    }

    @Test
    void growthEndsWithTheLastLevelThatIsConfirmed() {
        assertThat(in("2 2 1*6")).map(StepWindow::growth).hasValue(6.0);
        assertThat(in("2 2 1*5 0")).map(StepWindow::growth).hasValue(5.0);
    }

    private static Optional<StepWindow> in(String moves) {
        return RecurrentSteps.in(Levels.of(Written.moves(0, 1, moves)), 1, Sensitivity.COUNT);
    }
}
