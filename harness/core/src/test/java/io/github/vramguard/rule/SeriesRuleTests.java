package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.vramguard.verdict.SeriesVerdict;
import io.github.vramguard.verdict.Shape;
import io.github.vramguard.verdict.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRuleTests {

    private static final double KIB = 1024;
    private static final double MIB = 1024 * KIB;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing at all,                      0*8,                                      FLAT",
        "context and model of the first load, 512 0*7,                                  FLAT",
        "as much every cycle,                 300*8,                                    LEAK",
        "the same one cycle earlier,          300*7,                                    INCONCLUSIVE",
        "every third cycle,                   400 0 20 0 0 20 0 0 20,                   LEAK",
        "every third cycle for a while,       400 0 20 0 0 20 0*6,                      PLATEAU",
        "warm-up that levels off,             12999 1258 312 48 6 -2 0*7,               PLATEAU",
        "warm-up that goes on,                12999 1258 312 48 6 -2,                   INCONCLUSIVE",
        "growth that stops halfway,           100*6 0*6,                                PLATEAU",
        "a step in cycle 6,                   400 0*4 512 0*6,                          WARMUP_STEP",
        "a step in cycle 7,                   400 0*5 512 0*6,                          LATE_STEP",
        "a step a moment ago,                 400 0*5 512 0*3,                          INCONCLUSIVE",
        "a step that is given back,           400 0*4 512 -512 0*5,                     FLAT",
        "less than a block a cycle,           400 0*3 2 0*4 2 0*4 2,                    LEAK",
        "less than a block a cycle so far,    400 0*3 2 0*4 2 0*4,                      INCONCLUSIVE",
        "a pool that is trimmed,              400 50*3 -150 50*3 -150 50*3 -150,        NOISE",
        "memory that is released,             400 0*3 -100 0*4,                         FLAT",
        "a leak that a release must not hide, 400 0*3 -100 0*3 100*7,                   LEAK",
        "two cycles,                          400 300,                                  INCONCLUSIVE"
    })
    void deviceMemoryIsJudgedBySteps(String story, String moves, Shape shape) {
        assertThat(SeriesRule.judge(Written.moves(0, MIB, moves), Sensitivity.VRAM)
                        .shape())
                .isEqualTo(shape);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one every cycle,       5 0 1*6,              LEAK",
        "some every cycle,      5 5 5 5 6 5 5 6,      LEAK",
        "many once then one,    5 5 10 1*5,           LEAK",
        "once,                  5 5 3 0*6,            PLATEAU",
        "once a little later,   5 5 0 1 0*6,          PLATEAU",
        "up and down and up,    5 5 8 -8 1 0*6,       PLATEAU",
        "still up and down,     5 5 8 -8 1 8 -8 1,    INCONCLUSIVE"
    })
    void countsAreExact(String story, String moves, Shape shape) {
        assertThat(SeriesRule.judge(Written.moves(7, 1, moves), Sensitivity.COUNT)
                        .shape())
                .isEqualTo(shape);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as much every cycle,       900 128*12,                                                     LEAK",
        "the same after 11 cycles,  900 128*10,                                                     INCONCLUSIVE",
        "the same and then no more, 900 128*7 0*8,                                                  PLATEAU",
        "immaterial,                900 1*19,                                                       FLAT",
        "a little noise,            900 3 -2 1 -1 2 0 -3 1 2,                                       FLAT",
        "ups and downs,             900 0 0 400 -400 0 0 300 -300 0*7,    NOISE",
        "slower and slower,         9000 1000 585 415 322 263 222 193 170 152 138 125 115 107 100,  SATURATING",
        "one step and a little more, 900 2000 20*8, WARMUP_STEP",
        "too few cycles,            900 0*6,                                                        INCONCLUSIVE"
    })
    void theHeapIsJudgedBySlope(String story, String moves, Shape shape) {
        assertThat(SeriesRule.judge(Written.moves(0, KIB, moves), Sensitivity.HEAP)
                        .shape())
                .isEqualTo(shape);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "12 MiB exactly each cycle,           300 12*10,                                        LEAK",
        "the same one cycle earlier,          300 12*9,                                         INCONCLUSIVE",
        "two gibibytes each cycle,            300 2048 2052 2045 2050 2148 2051 2047 2049 2050 2048,  LEAK",
        "over noise of a few mebibytes,       300 30 27 34 26 33 29 31 25 32 29,                LEAK",
        "6 MiB each cycle may be arenas,      300 6*10,                                         INCONCLUSIVE",
        "a cache of ten entries,              0 17*9 0,                                         INCONCLUSIVE",
        "that ended after eight cycles,       300 60*7 0 0 0,                                   INCONCLUSIVE",
        "that ended one cycle ago,            300 60*9 0,                                       INCONCLUSIVE",
        "with one cycle of half as much,      300 60*6 25 60*3,                                 INCONCLUSIVE",
        "slower and slower,                   300 300 210 150 110 80 60 45 35 30 25,            SATURATING",
        "a little slower each cycle,          300 100 93 87 81 76 71 66 62 58 54,               SATURATING",
        "a cache with fewer and fewer misses, 300 90 64 52 45 40 37 34 32 30 29,                SATURATING"
    })
    void steepGrowthOfResidentMemoryIsCertainSooner(String story, String moves, Shape shape) {
        assertThat(SeriesRule.judge(Written.moves(0, MIB, moves), Sensitivity.RESIDENT)
                        .shape())
                .isEqualTo(shape);
    }

    @Nested
    class NoiseOfThirtyMebibytes {

        private static final String NOISE = "20 -30 40 -20 10 -30 30 -10 20 -30 20 -20 30 -20 10 -10 20 -30 10";

        @Test
        void isNoLeak() {
            double[] levels = Written.moves(100 * MIB, MIB, "500 " + NOISE);
            assertThat(SeriesRule.judge(levels, Sensitivity.RESIDENT).shape()).isNotEqualTo(Shape.LEAK);
        }

        @Test
        void doesNotHideTwentyMebibytesPerCycle() {
            double[] levels = Written.moves(100 * MIB, MIB, "500 " + NOISE);
            for (int i = 0; i < levels.length; i++) {
                levels[i] += i * 20 * MIB;
            }
            SeriesVerdict verdict = SeriesRule.judge(levels, Sensitivity.RESIDENT);
            assertThat(verdict.shape()).isEqualTo(Shape.LEAK);
            assertThat(verdict.rate()).isCloseTo(20 * MIB, within(2 * MIB));
            assertThat(verdict.detail()).startsWith("a straight line fits better than ");
        }
    }

    @Test
    void aLeakByStepsTellsItsSteps() {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, MIB, "453 298 300*6"), Sensitivity.VRAM);
        assertThat(verdict.steps()).hasSize(6).allSatisfy(step -> assertThat(step.size())
                .isEqualTo(300 * MIB));
        assertThat(verdict.steps()).extracting(Step::cycle).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(verdict.rate()).isEqualTo(300 * MIB);
        assertThat(verdict.growth()).isEqualTo(1800 * MIB);
        assertThat(verdict.detail()).isEqualTo("recurrent steps in 6 of 6 cycles after warm-up");
        assertThat(verdict.need()).isEmpty();
    }

    @Test
    void anEvenLeakOfNativeMemoryIsFoundByItsSteps() {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, MIB, "9 3 26*8"), Sensitivity.NATIVE);
        assertThat(verdict.shape()).isEqualTo(Shape.LEAK);
        assertThat(verdict.detail()).isEqualTo("recurrent steps in 8 of 8 cycles after warm-up");
        assertThat(verdict.rate()).isEqualTo(26 * MIB);
    }

    @Test
    void noiseHidesStepsOfItsOwnSize() {
        double[] levels = Written.moves(0, MIB, "9 3 40 -30 50 -45 60 -50 30 -40 50 -45");
        assertThat(SeriesRule.judge(levels, Sensitivity.NATIVE).shape()).isNotEqualTo(Shape.LEAK);
    }

    @ParameterizedTest
    @CsvSource({
        "900, INCONCLUSIVE, 0",
        "342, INCONCLUSIVE, 0",
        "340, FLAT, 341",
        "100, FLAT, 341",
    })
    void deviceMemoryThatCreepsIsNotCalledClean(int perCycle, Shape shape, long excluded) {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, KIB, "9000 " + perCycle + "*7"), Sensitivity.VRAM);
        assertThat(verdict.shape()).isEqualTo(shape);
        assertThat(verdict.slope().most()).isCloseTo(excluded * KIB, within(KIB));
    }

    @Test
    void whatCreepsWithinItsToleranceIsCoveredByWhatIsExcluded() {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, KIB, "64 3*9"), Sensitivity.DIRECT);
        assertThat(verdict.shape()).isEqualTo(Shape.FLAT);
        assertThat(verdict.slope().most()).isGreaterThan(2.5 * KIB);
    }

    @Test
    void aLeakAfterAReleaseCountsFromThere() {
        double[] levels = Written.moves(0, MIB, "1400 0*3 -1000 0*3 100*8");
        SeriesVerdict verdict = SeriesRule.judge(levels, Sensitivity.VRAM);
        assertThat(verdict.steps()).extracting(Step::cycle).containsExactly(9, 10, 11, 12, 13, 14, 15, 16);
    }

    @Test
    void aFlatSeriesSaysWhatItExcludes() {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, MIB, "512 0*7"), Sensitivity.VRAM);
        assertThat(verdict.slope().most()).isCloseTo(341 * KIB, within(KIB));
        assertThat(verdict.detail()).isEqualTo("no growth in the last 6 cycles");
    }

    @Test
    void anInconclusiveSeriesSaysWhy() {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, MIB, "400 0*5 512 0*3"), Sensitivity.VRAM);
        assertThat(verdict.detail()).isEqualTo("lasting growth in cycle 7");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    too few cycles | 900 0*6 | too few cycles: 7 of at least 8
                    a straight line | 300 2148*7 | has grown in a straight line for 8 cycles; a leak can be proven from cycle 11 on
                    the same, not steep | 300 7*11 | has grown in a straight line for 12 cycles; a leak can be proven from cycle 15 on
                    around a line | 300 9 1 12 0 9 2 11 | growth of up to 4.5 times the tolerance per cycle cannot be ruled out in the last 6 cycles: readings scatter by 1.5 times the tolerance
                    around a level | 300 60 -50 70 -60 50 -60 70 -60 | growth of up to 10.0 times the tolerance per cycle cannot be ruled out in the last 6 cycles: readings scatter by 20.4 times the tolerance
                    a step in the second half | 300 0 0 0 40 0 0 0 | growth of up to 10.0 times the tolerance per cycle cannot be ruled out in the last 6 cycles: readings scatter by 5.9 times the tolerance
                    """)
    void anInconclusiveNoisySeriesSaysWhatTheLevelsDo(String story, String moves, String detail) {
        SeriesVerdict verdict = SeriesRule.judge(Written.moves(0, MIB, moves), Sensitivity.RESIDENT);
        assertThat(verdict.shape()).isEqualTo(Shape.INCONCLUSIVE);
        assertThat(verdict.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void fewerThanEightCyclesNeverProveAnything(int cycles) {
        assertThat(SeriesRule.judge(Written.moves(0, MIB, "300*" + cycles), Sensitivity.VRAM)
                        .shape())
                .isEqualTo(Shape.INCONCLUSIVE);
        assertThat(SeriesRule.judge(Written.moves(0, MIB, "0*" + cycles), Sensitivity.HEAP)
                        .shape())
                .isEqualTo(Shape.INCONCLUSIVE);
    }

    @Test
    void aLowerToleranceFindsWhatIsImmaterialOtherwise() {
        double[] levels = Written.moves(0, KIB, "900 8*19");
        assertThat(SeriesRule.judge(levels, Sensitivity.HEAP).shape()).isEqualTo(Shape.PLATEAU);
        assertThat(SeriesRule.judge(levels, Sensitivity.HEAP.withTolerance(4 * KIB))
                        .shape())
                .isEqualTo(Shape.LEAK);
    }

    @Test
    void zerosHaveFiniteRates() {
        SeriesVerdict verdict = SeriesRule.judge(new double[21], Sensitivity.HEAP.withTolerance(0));
        assertThat(verdict.shape()).isEqualTo(Shape.FLAT);
        assertThat(new double[] {
                    verdict.rate(), verdict.slope().least(), verdict.slope().most()
                })
                .containsOnly(0);
    }

    @Test
    void whatIsNoSeriesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeriesRule.judge(new double[0], Sensitivity.VRAM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesRule.judge(new double[] {1, Double.NaN}, Sensitivity.VRAM));
    }
}
