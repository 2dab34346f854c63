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
                "7 8          | 7 1",
                "37 37 37     | @11 1 0*2",
                "0 10 20 30   | @a 0 1*3",
                "100 40       | @k 5 -3",
                "8192 4096 gap| @35s 2 -1 _",
                "0 0 gap      | 0*2 _",
                "37 38 74     | 11 1 10",
                "5 gap gap 8  | 5 _*2 3",
                "gap 5 6      | _ 5 1",
                "5 gap 6 gap  | 5 _ 1 _",
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
