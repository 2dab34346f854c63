package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.memory.Pool.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolTests {

    @Test
    void theMostTellingComesFirst() {
        List<Pool> mixed = List.of(Pool.MAPPED, Pool.gpu(10), Pool.NATIVE, Pool.gpu(2), Pool.HEAP, Pool.CHILDREN);

        assertThat(mixed.stream().sorted())
                .containsExactly(Pool.gpu(2), Pool.gpu(10), Pool.CHILDREN, Pool.HEAP, Pool.NATIVE, Pool.MAPPED);
    }

    @Test
    void eachPoolIsFoundByItsName() {
        assertThat(Pool.all())
                .allSatisfy(pool -> assertThat(Pool.named(pool.name())).isEqualTo(pool));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vram", "Heap", "gpu", "gpu32", "gpu-1", ""})
    void anUnknownNameIsRefusedWithTheNamesThereAre(String name) {
        assertThatThrownBy(() -> Pool.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + name
                        + "\" is not a pool; there are gpu0, gpu1, …, gpu0-host, …, children, heap, direct, metaspace,"
                        + " native, untouched, threads, files, container, descendants, resident, mapped");
    }

    @Test
    void aRecordedPoolIsTheOneOfItsNameUnlessItCountsSomethingElse() {
        assertThat(Pool.recorded("native", Unit.BYTES)).isSameAs(Pool.NATIVE);
        assertThat(Pool.recorded("gpu1-host", Unit.BYTES)).isEqualTo(Pool.gpuHost(1));
        assertThat(Pool.recorded("native", Unit.COUNT)).isNotEqualTo(Pool.NATIVE);
    }

    @Test
    void aRecordedPoolOfAnUnknownNameIsJudgedAsPagesOrThings() {
        assertThat(Pool.recorded("handles", Unit.COUNT).nature()).isEqualTo(Nature.THINGS);
        assertThat(Pool.recorded("npu0", Unit.BYTES).nature()).isEqualTo(Nature.PAGES);
        assertThat(Pool.recorded("npu0", Unit.BYTES).noun()).isEqualTo("npu0");
    }

    @Test
    void bytesArePrintedWithAUnitAndCountsWithout() {
        assertThat(Pool.HEAP.format(3 << 20)).isEqualTo("3 MiB");
        assertThat(Pool.THREADS.format(3)).isEqualTo("3");
    }
}
