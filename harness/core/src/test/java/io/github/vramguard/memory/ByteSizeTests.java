package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTests {

    @ParameterizedTest
    @CsvSource({
        "0 B, 0",
        "1B, 1",
        "512 KiB, 524288",
        "6 GiB, 6442450944",
        "6 GB, 6000000000",
        "1.5 GiB, 1610612736",
        "1 kB, 1000",
        "1 KB, 1000",
        "24MB, 24000000",
        "2 TiB, 2199023255552",
        "2 TB, 2000000000000",
        "0.1 KiB, 102",
    })
    void readsPowersOf1024AndOf1000Apart(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "6  GiB", "6 gib", "6 Gib", "6 G", "-1 MiB", "1,5 GiB", " 1 MiB", "1 MiB ", "x"})
    void refusesAnythingElseAndNamesTheAcceptedForms(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + text + "\" is not an amount of memory")
                .hasMessageContainingAll("\"6 GiB\" (powers of 1024)", "\"6 GB\" (powers of 1000)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808 B", "9999999 TiB"})
    void refusesMoreThanALongCanHold(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is more than 8388608 TiB");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "10752, 10.5 KiB",
        "27891466, 26.6 MiB",
        "242221056, 231 MiB",
        "1048575, 1 MiB",
        "1073741823, 1 GiB",
        "8589934592, 8 GiB",
        "-27891466, -26.6 MiB",
        "9223372036854775807, 8388608 TiB",
    })
    void printsThreeDigitsAndTheLargestUnitThatFits(long bytes, String text) {
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @Property
    void whatIsPrintedCanBeReadAndIsOffByLessThanAPercent(@ForAll @LongRange(min = 0, max = 1L << 59) long bytes) {
        long read = ByteSize.parse(new ByteSize(bytes).toString()).bytes();

        assertThat(Math.abs(read - bytes)).isLessThanOrEqualTo(bytes / 100);
    }

    @Property
    void aWholeNumberOfUnitsIsReadExactly(@ForAll @LongRange(min = 0, max = 1 << 20) long number) {
        assertThat(ByteSize.parse(number + " B").bytes()).isEqualTo(number);
        assertThat(ByteSize.parse(number + " KiB").bytes()).isEqualTo(number * 1024);
        assertThat(ByteSize.parse(number + " MiB").bytes()).isEqualTo(number * 1024 * 1024);
        assertThat(ByteSize.parse(number + " MB").bytes()).isEqualTo(number * 1000 * 1000);
    }
}
