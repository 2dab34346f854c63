package io.github.vramguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTests {

    /** The critical values of the one-sided test at 5 % that textbooks print. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0",
        "2, 2, 0",
        "3, 3, 0",
        "4, 4, 1",
        "5, 5, 4",
        "6, 6, 7",
        "7, 5, 6",
        "8, 8, 15",
        "10, 10, 27",
        "20, 20, 138"
    })
    void theCriticalValueIsThatOfTheTables(int one, int other, int critical) {
        assertThat(RankTest.of(one, other).critical(0.05)).isEqualTo(critical);
        assertThat(RankTest.of(other, one).critical(0.05)).isEqualTo(critical);
    }

    @Property
    void allArrangementsAreCounted(
            @ForAll @IntRange(min = 1, max = 12) int one, @ForAll @IntRange(min = 1, max = 12) int other) {
        double all = 1;
        for (int i = 1; i <= one; i++) {
            all = all * (other + i) / i;
        }
        assertThat(RankTest.of(one, other).arrangements()).isEqualTo(Math.rint(all));
    }

    @Test
    void oneRunAgainstOneIsTheirDifference() {
        assertThat(Shift.of(List.of(3L), List.of(10L))).isEqualTo(new Shift(7, 7, 7));
    }

    @Test
    void twoAgainstTwoIsBetweenTheSmallestAndTheLargestDifference() {
        assertThat(Shift.of(List.of(0L, 1L), List.of(10L, 14L))).isEqualTo(new Shift(9, 11, 14));
    }

    @Test
    void oneOutlierInSixDoesNotHideAShift() {
        List<Long> base = List.of(0L, 1L, 2L, 1L, 0L, 1L);

        assertThat(Shift.of(base, List.of(10L, 11L, 0L, 10L, 11L, 10L)).lower()).isEqualTo(8);
    }

    @Test
    void oneOutlierInFiveMakesNoShift() {
        assertThat(Shift.of(List.of(0L, 1L, 2L, 1L, 0L), List.of(0L, 1000L, 2L, 1L, 0L))
                        .lower())
                .isNegative();
    }

    @Test
    void moreRunsThanOrdersCanBeCountedAreComparedAllTheSame() {
        List<Long> base = LongStream.range(0, 70).boxed().toList();
        List<Long> head = LongStream.range(1000, 1070).boxed().toList();

        assertThat(Shift.of(base, head).lower()).isBetween(900L, 1000L);
    }

    @Property
    void whatIsAddedToAllIsInEachBound(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = -1000, max = 1000) Long> base,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = -1000, max = 1000) Long> head,
            @ForAll @LongRange(min = -1000, max = 1000) long more) {
        Shift shift = Shift.of(base, head);

        assertThat(Shift.of(base, head.stream().map(amount -> amount + more).toList()))
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) <= 1 ? 0 : 1, Long.class)
                .isEqualTo(new Shift(shift.lower() + more, shift.estimate() + more, shift.upper() + more));
        assertThat(shift.lower()).isLessThanOrEqualTo(shift.estimate());
        assertThat(shift.estimate()).isLessThanOrEqualTo(shift.upper());
    }
}
