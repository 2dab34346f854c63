package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.verdict.SeriesVerdict;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTests {

    private static final double MIB = 1 << 20;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "quiet since the second cycle,         300 0*4,             3",
        "quiet since a step,                   300 0*7 50 0*5,      1",
        "quiet for two cycles,                 300 0*7 50 0*2,      ",
        "one cycle before the end,             300 0*6,             1",
        "grows or ends,                        300 50*5,            ",
        "four cycles,                          300 0*3,             ",
        "decided,                              300 0*8,             "
    })
    void exactLevels(String story, String moves, Integer cycles) {
        assertThat(foreseen(moves, Sensitivity.VRAM)).isEqualTo(optional(cycles));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "straight and steep,                   300 2148*7,                        2",
        "straight,                             300 7*10,                          4",
        "straight and too far away,           300 7*7,                           ",
        "scatter,                              300 30 -29 41 -40 30 -35 38 -20,   ",
        "slower and slower,                    300 90 64 52 45 40 37 34 32 30,    ",
        "seven cycles,                         300 12*6,                          "
    })
    void noisyLevels(String story, String moves, Integer cycles) {
        assertThat(foreseen(moves, Sensitivity.RESIDENT)).isEqualTo(optional(cycles));
    }

    private static OptionalInt optional(Integer cycles) {
        return cycles == null ? OptionalInt.empty() : OptionalInt.of(cycles);
    }

    private static OptionalInt foreseen(String moves, Sensitivity sensitivity) {
        return Forecast.complete(Written.moves(0, MIB, moves), sensitivity).need();
    }

    /** The rest is not foreseen: what noisy levels will do is not in them. */
    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"simulated.csv, 0.88, 0.10", "measured.csv, 0.88, 0.05"})
    void whatIsForeseenIsRightWithinAFactorOfOneAndAHalf(String file, double right, double foreseen) {
        List<LabelledSeries> all = LabelledSeries.in(file);
        ForecastTally tally = ForecastTally.of(IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .toList());

        assertThat(tally.rightOfForeseen()).as(tally.toString()).isGreaterThanOrEqualTo(right);
        assertThat(tally.foreseen()).as(tally.toString()).isGreaterThanOrEqualTo(foreseen);
    }

    @ParameterizedTest
    @CsvSource({"1, needs about 1 more cycle", "7, needs about 7 more cycles"})
    void whatIsForeseenIsSaid(int cycles, String said) {
        SeriesVerdict open = SeriesVerdict.inconclusive(0, "as written");

        assertThat(open.needing(OptionalInt.of(cycles)).needed()).hasValue(said);
        assertThat(open.needed()).isEmpty();
    }
}
