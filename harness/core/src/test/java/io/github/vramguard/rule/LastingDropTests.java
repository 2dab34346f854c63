package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingDropTests {

    @ParameterizedTest
    @CsvSource({
        "0 9 9 9 9 9 9 9 9,  0",
        "0 9 9 9 9 3 3 3 3,  4",
        "0 9 9 9 6 3 3 3 3,  4",
        "0 9 9 9 9 3 3 3 9,  0",
        "0 9 9 9 9 3 3 9 9,  0",
        "0 9 9 9 9 9 9 3 3,  0",
        "0 9 9 9 9 8 8 8 8,  0",
        "0 9 9 9 5 5 5 1 1 1, 6"
    })
    void aDropLastsIfItIsNeverMadeUpFor(String levels, int lastBefore) {
        assertThat(LastingDrop.lastLevelBefore(Written.levels(levels), 2)).isEqualTo(lastBefore);
    }
}
