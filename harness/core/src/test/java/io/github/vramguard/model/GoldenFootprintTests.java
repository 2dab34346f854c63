package io.github.vramguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logits take what llama.cpp v0.5.0 printed, and intermediate results about that. */
class GoldenFootprintTests {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void outputTakesWhatLlamaCppPrinted(Golden.Case golden) {
        assertThat(Golden.mib(footprint(golden).outputBytes())).isEqualTo(golden.mib("output_mib"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void computeIsWithinItsStatedError(Golden.Case golden) {
        ByteRange range = ByteRange.within(footprint(golden).computeBytes(), ModelFootprint.COMPUTE_ERROR_PERCENT);
        assertThat(golden.mib("compute_cpu_mib")).isBetween(Golden.mib(range.least()), Golden.mib(range.most()));
    }

    /** Half of the stated error would not do. */
    @Test
    void theStatedErrorIsNeeded() {
        assertThat(cases()).anyMatch(golden -> {
            ByteRange half =
                    ByteRange.within(footprint(golden).computeBytes(), ModelFootprint.COMPUTE_ERROR_PERCENT / 2);
            BigDecimal printed = golden.mib("compute_cpu_mib");
            return printed.compareTo(Golden.mib(half.least())) < 0 || printed.compareTo(Golden.mib(half.most())) > 0;
        });
    }

    static Stream<Golden.Case> cases() {
        return Golden.cases();
    }

    private static ModelFootprint footprint(Golden.Case golden) {
        return golden.model().footprint(golden.settings(), 0);
    }
}
