package io.github.vramguard.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlopeTests {

    @ParameterizedTest
    @CsvSource({
        "0 1 2, 5 5 5, 0",
        "0 1 2, 5 7 9, 2",
        "0 1 2, 9 7 5, -2",
        "0 1 5, 0 2 10, 2",
        "0 1 2 3 4 5 6, 0 1 2 900 4 5 6, 1",
        "0 0 0, 1 2 3, 0",
    })
    void itIsTheMedianOfAllPairs(String at, String values, double slope) {
        assertThat(Slope.of(numbers(at), numbers(values))).hasValue(slope);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "0, 5", "0 1, 5 9"})
    void twoPointsAreTooFew(String at, String values) {
        assertThat(Slope.of(numbers(at), numbers(values))).isEmpty();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
