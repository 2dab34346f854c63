package io.github.vramguard.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void bytesArePrintedWithAUnitAndCountsWithout() {
        assertThat(Pool.HEAP.format(3 << 20)).isEqualTo("3 MiB");
        assertThat(Pool.THREADS.format(3)).isEqualTo("3");
    }
}
