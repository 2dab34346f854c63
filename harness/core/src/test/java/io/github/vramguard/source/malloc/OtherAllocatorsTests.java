package io.github.vramguard.source.malloc;

import static io.github.vramguard.standin.BundledAllocator.JEMALLOC;
import static io.github.vramguard.standin.BundledAllocator.TCMALLOC;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import io.github.vramguard.standin.BundledAllocator;
import io.github.vramguard.standin.StandIn;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real library with an allocator of its own in this JVM. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class OtherAllocatorsTests {

    private static final int BLOCK = 5 << 20;

    @TempDir
    Path directory;

    private final OtherAllocators others = new OtherAllocators();

    @ParameterizedTest
    @CsvSource({JEMALLOC + ", tcmalloc in libbundled.so", TCMALLOC + ", jemalloc in libbundled.so"})
    void theCountOfABundledAllocatorIsAsked(String hiddenSymbol, String counted) {
        assertThat(others.read().counted()).isEmpty();
        try (BundledAllocator bundled = BundledAllocator.load(directory, hiddenSymbol)) {
            Pointer block = bundled.take(BLOCK);
            OtherAllocators.Count count = others.read();
            bundled.free(block, BLOCK);

            assertThat(count.bytes()).isEqualTo(BLOCK);
            assertThat(count.counted()).containsExactly(counted);
            assertThat(count.hidden()).hasSize(1).doesNotContain(counted);
            assertThat(others.read().bytes()).isZero();
        }
    }

    @Test
    void anAllocatorThatExportsNothingIsNamed() {
        try (BundledAllocator bundled = BundledAllocator.load(directory, JEMALLOC, TCMALLOC)) {
            bundled.free(bundled.take(BLOCK), BLOCK);

            assertThat(others.read())
                    .isEqualTo(new OtherAllocators.Count(
                            0, Set.of(), Set.of("jemalloc in libbundled.so", "tcmalloc in libbundled.so")));
        }
    }

    @Test
    void aLibraryThatWasLookedAtCanBeUnloaded() {
        BundledAllocator bundled = BundledAllocator.load(directory);
        assertThat(others.read().counted()).hasSize(2);
        others.purge();

        bundled.close();

        assertThat(others.read()).isEqualTo(new OtherAllocators.Count(0, Set.of(), Set.of()));
    }

    @Test
    void aProcessWithMallocAloneHasNoOther() {
        assertThat(others.read()).isEqualTo(new OtherAllocators.Count(0, Set.of(), Set.of()));
    }
}
