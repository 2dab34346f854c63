package io.github.vramguard.source.malloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.source.Sources;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeBlockTests {

    private static final long BYTES = 256L * 1024 * 1024;
    private static final long NOISE = 32L * 1024 * 1024;

    private final Sources malloc = Sources.of(Targets.thisJvm(), Set.of("malloc"));

    private OptionalLong held() {
        return malloc.read(Targets.thisJvm()).get(Pool.NATIVE).amount();
    }

    @Test
    void itsMemoryIsHeldUntilItIsClosed() {
        OptionalLong before = held();
        assumeTrue(before.isPresent(), "glibc can be asked");

        NativeBlock block = NativeBlock.of(BYTES);
        long during = held().orElseThrow();
        block.close();

        assertThat(during - before.getAsLong()).isBetween(BYTES - NOISE, BYTES + NOISE);
        assertThat(held().orElseThrow() - before.getAsLong()).isLessThan(NOISE);
    }

    @Test
    void itIsClosedOnlyOnce() {
        NativeBlock block = NativeBlock.of(1);
        block.close();
        block.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void nothingIsNoBlock(long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeBlock.of(bytes))
                .withMessage(bytes + " bytes are no memory; give at least 1");
    }
}
