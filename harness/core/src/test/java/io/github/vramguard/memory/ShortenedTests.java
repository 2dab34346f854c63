package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenedTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20 | no driver            | no driver
                    20 | exactly twenty chars | exactly twenty chars
                    20 | the driver has no figure for it | the driver has no…
                    20 | the driver says: nothing at all | the driver says…
                    20 | /proc/4711/a/very/long/path/status | /proc/4711/a/very/l…
                    """)
    void aTextIsCutBetweenWordsWherePossible(int most, String text, String shortened) {
        assertThat(Shortened.to(most, text)).isEqualTo(shortened).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no NVIDIA, AMD or Intel GPU driver found | no NVIDIA, AMD or Intel GPU driver found
                    /proc/1/status may not be read; mount /proc without hidepid | /proc/1/status may not be read
                    nvml: libnvidia-ml.so.1 cannot be loaded because it has another version; nvidia-smi: not found | nvml: libnvidia-ml.so.1 cannot be loaded because it has…
                    """)
    void aGapHasItsFirstClauseInBriefAndAllOfItInDetail(String detail, String brief) {
        Gap gap = new Gap(Reason.NOT_SUPPORTED, detail);

        assertThat(gap.brief()).isEqualTo(brief);
        assertThat(gap).hasToString(detail);
    }
}
