package io.github.vramguard.cli.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTests {

    @ParameterizedTest
    @CsvSource({"500ms, 500", "1s, 1000", "2 s, 2000", "1min, 60000", "60min, 3600000"})
    void itIsANumberWithAUnit(String text, long millis) {
        assertThat(new Interval().convert(text)).hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "s", "0s", "499ms", "-1s", "1h", "61min", "9999999s", "PT1S"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new Interval().convert(text))
                .hasMessageStartingWith("\"" + text + "\" is not an interval; write 500ms, 2s or 1min");
    }
}
