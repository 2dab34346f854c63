package io.github.vramguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors on every labelled series. A change of the rule shows here what it costs and what it brings. */
class CorpusTableTests {

    @Test
    void simulatedSeriesByPoolAndCycles() {
        assertThat(CorpusTable.byRowAndCycles(LabelledSeries.in("simulated.csv")))
                .isEqualTo("""
                        row, cycles: clean, blamed, cleared; leaky, found, missed
                        HEAP,  3: 9, 0, 0; 10, 0, 0
                        HEAP,  5: 17, 0, 0; 13, 0, 0
                        HEAP,  8: 43, 0, 28; 36, 0, 1
                        HEAP, 10: 25, 0, 20; 35, 0, 0
                        HEAP, 15: 29, 0, 26; 23, 19, 0
                        HEAP, 20: 47, 0, 41; 37, 33, 1
                        HEAP, 30: 38, 0, 38; 28, 28, 0
                        NATIVE,  3: 4, 0, 0; 9, 0, 0
                        NATIVE,  5: 14, 0, 0; 9, 0, 0
                        NATIVE,  8: 35, 0, 18; 24, 0, 0
                        NATIVE, 10: 21, 0, 16; 40, 22, 0
                        NATIVE, 15: 22, 0, 19; 30, 25, 0
                        NATIVE, 20: 19, 0, 16; 30, 29, 0
                        NATIVE, 30: 13, 0, 12; 14, 14, 0
                        NATIVE_RAW,  3: 3, 0, 0; 0, 0, 0
                        NATIVE_RAW,  5: 3, 0, 0; 0, 0, 0
                        NATIVE_RAW,  8: 3, 0, 3; 0, 0, 0
                        NATIVE_RAW, 10: 4, 0, 3; 0, 0, 0
                        NATIVE_RAW, 15: 3, 0, 3; 0, 0, 0
                        NATIVE_RAW, 20: 5, 0, 5; 0, 0, 0
                        NATIVE_RAW, 30: 5, 0, 5; 0, 0, 0
                        RESIDENT,  3: 14, 0, 0; 14, 0, 0
                        RESIDENT,  5: 31, 0, 0; 36, 0, 0
                        RESIDENT,  8: 67, 0, 26; 57, 0, 2
                        RESIDENT, 10: 75, 0, 33; 58, 0, 7
                        RESIDENT, 15: 60, 0, 48; 56, 32, 3
                        RESIDENT, 20: 60, 0, 52; 53, 36, 4
                        RESIDENT, 30: 43, 0, 40; 51, 45, 1
                        VRAM,  3: 12, 0, 0; 13, 0, 0
                        VRAM,  5: 24, 0, 0; 24, 0, 0
                        VRAM,  8: 42, 0, 33; 63, 39, 4
                        VRAM, 10: 39, 0, 34; 43, 30, 2
                        VRAM, 15: 43, 0, 43; 47, 38, 3
                        VRAM, 20: 56, 0, 50; 44, 39, 2
                        VRAM, 30: 34, 0, 30; 41, 41, 0
                        VRAM_DEVICE,  3: 1, 0, 0; 2, 0, 0
                        VRAM_DEVICE,  5: 4, 0, 0; 6, 0, 0
                        VRAM_DEVICE,  8: 11, 0, 11; 5, 0, 0
                        VRAM_DEVICE, 10: 12, 0, 12; 4, 0, 1
                        VRAM_DEVICE, 15: 6, 0, 5; 9, 9, 0
                        VRAM_DEVICE, 20: 8, 0, 8; 20, 18, 2
                        VRAM_DEVICE, 30: 8, 0, 8; 4, 4, 0""");
    }

    /** Those blamed after 30 cycles are resident memory with default arenas, which is only shown. */
    @Test
    void measuredSeriesByPoolAndCycles() {
        List<LabelledSeries> measured = LabelledSeries.in("measured.csv");
        List<LabelledSeries> prefixes = IntStream.of(8, 10, 12, 15, 20, 30)
                .boxed()
                .flatMap(cycles -> measured.stream().map(series -> series.after(cycles)))
                .toList();
        assertThat(CorpusTable.byRowAndCycles(prefixes)).isEqualTo("""
                        row, cycles: clean, blamed, cleared; leaky, found, missed
                        HEAP,  8: 145, 0, 92; 12, 0, 0
                        HEAP, 10: 145, 0, 92; 12, 0, 0
                        HEAP, 12: 145, 0, 92; 12, 9, 0
                        HEAP, 15: 145, 0, 145; 12, 9, 0
                        HEAP, 20: 145, 0, 131; 12, 11, 0
                        HEAP, 30: 145, 0, 145; 12, 11, 0
                        NATIVE,  8: 18, 0, 11; 20, 0, 0
                        NATIVE, 10: 18, 0, 13; 20, 8, 0
                        NATIVE, 12: 18, 0, 18; 20, 14, 0
                        NATIVE, 15: 18, 0, 18; 20, 17, 0
                        NATIVE, 20: 18, 0, 17; 20, 18, 0
                        NATIVE, 30: 18, 0, 18; 20, 19, 0
                        NATIVE_RAW,  8: 36, 0, 36; 44, 0, 24
                        NATIVE_RAW, 10: 36, 0, 36; 44, 0, 25
                        NATIVE_RAW, 12: 36, 0, 33; 44, 0, 23
                        NATIVE_RAW, 15: 36, 0, 33; 44, 7, 23
                        NATIVE_RAW, 20: 36, 0, 30; 44, 2, 17
                        NATIVE_RAW, 30: 36, 0, 33; 44, 6, 24
                        RESIDENT,  8: 83, 0, 27; 75, 0, 11
                        RESIDENT, 10: 83, 0, 32; 75, 0, 16
                        RESIDENT, 12: 83, 0, 38; 75, 0, 20
                        RESIDENT, 15: 83, 0, 53; 75, 4, 26
                        RESIDENT, 20: 83, 1, 61; 75, 4, 33
                        RESIDENT, 30: 83, 3, 64; 75, 15, 44""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated.csv", "measured.csv"})
    void noKindOfSeriesIsJudgedWorseThanByTheReference(String file) {
        CorpusTable.byKind(LabelledSeries.in(file)).forEach((kind, all) -> {
            CorpusTable here = CorpusTable.of(all, series -> series.judged().shape());
            CorpusTable reference = CorpusTable.of(all, LabelledSeries::shape);
            assertThat(here.blamed()).as(kind).isLessThanOrEqualTo(reference.blamed());
            assertThat(here.cleared()).as(kind).isGreaterThanOrEqualTo(reference.cleared());
            assertThat(here.found()).as(kind).isGreaterThanOrEqualTo(reference.found());
            assertThat(here.missed()).as(kind).isLessThanOrEqualTo(reference.missed());
        });
    }
}
