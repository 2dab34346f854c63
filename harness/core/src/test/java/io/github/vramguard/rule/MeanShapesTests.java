package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanShapesTests {

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 20, 30})
    void everyBasisIsOrthonormal(int cycles) {
        MeanShapes shapes = MeanShapes.over(cycles);
        assertThat(Stream.concat(shapes.bounded().stream(), shapes.straight().stream()))
                .allSatisfy(basis -> {
                    List<Levels> columns = basis.columns();
                    for (int i = 0; i < columns.size(); i++) {
                        for (int j = 0; j <= i; j++) {
                            assertThat(columns.get(i).dot(columns.get(j))).isCloseTo(i == j ? 1 : 0, within(1e-9));
                        }
                    }
                });
    }

    @Test
    void thereAreAllShapesForTwentyCycles() {
        MeanShapes shapes = MeanShapes.over(20);
        // a constant, 4 logarithms, a root, 5 exponentials; ramps until 3 to 15; steps in 3 to 20
        assertThat(shapes.bounded()).hasSize(11 + 13 + 18);
        assertThat(shapes.straight()).hasSize(11);
    }

    @Test
    void aColumnThatIsExplainedAlreadyIsLeftOut() {
        Basis line = Basis.constant(5).with("line", cycle -> cycle).orElseThrow();
        assertThat(line.with("another line", cycle -> 3 * cycle + 7)).isEmpty();
        assertThat(line.with("square", cycle -> cycle * cycle)).isPresent();
    }

    @Test
    void theSlopeIsThatOfTheLastColumn() {
        Basis line = Basis.constant(4).with("line", cycle -> cycle).orElseThrow();
        Fit fit = new Regression(Written.levels("5 8 11 14"), 1).fit(line);
        assertThat(fit.slope()).isCloseTo(3, within(1e-12));
    }

    @Test
    void aBetterFitHasTheLowerBic() {
        Regression regression = new Regression(Written.levels("5 8 11 14 17 20 23 26"), 0.1);
        Fit constant = regression.fit(Basis.constant(8));
        Fit line = regression.fit(Basis.constant(8).with("line", cycle -> cycle).orElseThrow());
        assertThat(line.bic()).isLessThan(constant.bic());
    }
}
