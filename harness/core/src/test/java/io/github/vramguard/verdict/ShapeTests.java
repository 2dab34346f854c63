package io.github.vramguard.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTests {

    @ParameterizedTest
    @EnumSource(names = {"LEAK", "SATURATING", "INCONCLUSIVE"})
    void neitherALeakNorAnOpenQuestionIsClean(Shape shape) {
        assertThat(shape.clean()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LEAK", "SATURATING", "INCONCLUSIVE"})
    void everythingElseIs(Shape shape) {
        assertThat(shape.clean()).isTrue();
    }
}
