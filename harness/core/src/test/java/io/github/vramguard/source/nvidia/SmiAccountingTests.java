package io.github.vramguard.source.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Gpu;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SmiAccountingTests {

    private static final Gpu GPU = new Gpu("GPU-1", "X", OptionalLong.of(1000));
    private static final Gpu UNIFIED = new Gpu("GPU-1", "GB10", OptionalLong.empty());
    private static final Gap GAP = new Gap(Reason.NOT_AVAILABLE, "none");

    private static Map<Long, Reading> entries(SmiProcess... listed) {
        return SmiAccounting.entries(GPU, List.of(listed), Long.MAX_VALUE);
    }

    @Test
    void aProcessThatIsListedTwiceCountsOnce() {
        assertThat(entries(new SmiProcess("", 7, new Bytes(5)), new SmiProcess("", 7, new Bytes(6))))
                .isEqualTo(Map.of(7L, new Bytes(6)));
    }

    @Test
    void thePartsOfAGpuAddUp() {
        assertThat(entries(new SmiProcess("1/0", 7, new Bytes(5)), new SmiProcess("2/0", 7, new Bytes(6))))
                .isEqualTo(Map.of(7L, new Bytes(11)));
    }

    @Test
    void aPartWithoutAFigureLeavesNone() {
        assertThat(entries(new SmiProcess("1/0", 7, new Bytes(5)), new SmiProcess("2/0", 7, GAP)))
                .isEqualTo(Map.of(7L, GAP));
    }

    @Test
    void moreThanTheDeviceOrElseTheHostHasIsNoReading() {
        List<SmiProcess> listed = List.of(new SmiProcess("", 7, new Bytes(1011)));
        assertThat(SmiAccounting.entries(GPU, listed, Long.MAX_VALUE).get(7L)).isInstanceOf(Gap.class);
        assertThat(SmiAccounting.entries(UNIFIED, listed, 1000).get(7L)).isInstanceOf(Gap.class);
        assertThat(SmiAccounting.entries(UNIFIED, listed, 2000).get(7L)).isEqualTo(new Bytes(1011));
    }

    @Provide
    Arbitrary<List<SmiProcess>> lists() {
        return Combinators.combine(
                        Arbitraries.of("1/0", "2/0"),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(0, 99))
                .as((instance, pid, used) -> new SmiProcess(instance, pid, new Bytes(used)))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 200)
    void mergingDoesNotDependOnOrderOrRepetition(@ForAll("lists") List<SmiProcess> listed, @ForAll Random random) {
        List<SmiProcess> twice = new ArrayList<>(listed);
        twice.addAll(listed);
        Collections.shuffle(twice, random);
        assertThat(SmiAccounting.entries(GPU, twice, Long.MAX_VALUE))
                .isEqualTo(SmiAccounting.entries(GPU, listed, Long.MAX_VALUE));
    }

    @Test
    void nothingBesideAMissingFigureIsNotProven() {
        assertThat(entries(new SmiProcess("", 7, new Bytes(0)), new SmiProcess("", 7, GAP)))
                .isEqualTo(Map.of(7L, GAP));
        assertThat(entries(new SmiProcess("", 7, GAP), new SmiProcess("", 7, new Bytes(5))))
                .isEqualTo(Map.of(7L, new Bytes(5)));
    }
}
