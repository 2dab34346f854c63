package io.github.vramguard.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltasTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''           | ''",
                "7            | 7",
                "36 36 36     | 10 0*2",
                "0 10 20 30   | 0 a*3",
                "100 40       | 2s -1o",
                "5 gap gap 8  | 5 _*2 3",
                "gap 5        | _ 5",
                "5 gap 5 gap  | 5 _ 0 _",
            })
    void areDifferencesToTheLastKnownValue(String series, String written) {
        assertThat(Deltas.of(numbers(series))).isEqualTo(written);
    }

    private static List<@Nullable Long> numbers(String series) {
        return Arrays.stream(series.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("gap") ? null : (Long) Long.parseLong(word))
                .toList();
    }
}
