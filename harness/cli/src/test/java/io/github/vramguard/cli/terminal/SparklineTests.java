package io.github.vramguard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTests {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0 1 2 3 4 5 6 7,▁▂▃▄▅▆▇█,_.:-=+*#",
                "7 0 7,█▁█,#_#",
                "5 5 5,▁▁▁,___",
                "0 0,▁▁,__",
                "1000 1001 1000,▁▁▁,___",
                "0 - 9,▁ █,_ #",
                "- -,  ,  ",
            })
    void eachReadingIsABarAndEachGapABlank(String amounts, String bars, String ascii) {
        List<OptionalLong> read = Arrays.stream(amounts.split(" "))
                .map(amount -> amount.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(amount)))
                .toList();

        assertThat(Sparkline.of(read, true)).isEqualTo(bars);
        assertThat(Sparkline.of(read, false)).isEqualTo(ascii);
    }
}
