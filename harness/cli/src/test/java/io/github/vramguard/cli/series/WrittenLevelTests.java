package io.github.vramguard.cli.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenLevelTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "10115395, 10115395",
        "1924.67, 1924.67",
        "1.5e9, 1500000000",
        "1E+9, 1000000000",
        "2.9882649387625E10, 29882649387.625",
        "-2473999, -2473999",
        "-1.5, -1.5",
        "453 MiB, 475004928",
        "453MiB, 475004928",
        "6 GB, 6000000000",
        "512 B, 512",
    })
    void readsNumbersAndAmounts(String text, double level) {
        assertThat(WrittenLevel.parse(text)).hasValue(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gap",
                "GAP",
                "[N/A]",
                "N/A",
                "n/a",
                "[Not Supported]",
                "[Insufficient Permissions]",
                "[Unknown Error]",
                "[GPU is lost]",
                "Not available in WDDM driver model"
            })
    void readsWhatIsWrittenForAnAbsentValueAsAGap(String text) {
        assertThat(WrittenLevel.parse(text)).isEqualTo(OptionalDouble.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "x",
                "NaN",
                "Infinity",
                "1d",
                "0x10",
                "1,000",
                "1_000",
                "1.",
                ".5",
                "+1",
                "1 2",
                "453 mib",
                "-3 MiB",
                "null",
                "[N/A"
            })
    void refusesAnythingElseAndSaysWhatIsAccepted(String text) {
        assertThatThrownBy(() -> WrittenLevel.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is not a level; write a number, an amount such as \"453 MiB\","
                        + " or gap where nothing could be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-1.0", "18446744073709551615", "1.8446744073709552E19"})
    void refusesTheMinusOneOfToolsThatReadNothingSignedOrNot(String text) {
        assertThatThrownBy(() -> WrittenLevel.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is no level; write gap where nothing could be read");
    }
}
