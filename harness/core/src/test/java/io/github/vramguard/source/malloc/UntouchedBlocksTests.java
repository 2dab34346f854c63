package io.github.vramguard.source.malloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc, and the headers of glibc's blocks")
class UntouchedBlocksTests {

    private static final long MIB = 1024 * 1024;
    private static final Offset<Long> A_FEW_PAGES = Offset.offset(64 * 1024L);

    private final UntouchedBlocks blocks =
            new UntouchedBlocks(Path.of("/proc/self"), Glibc.bind().pageSize());
    private long before;

    @BeforeEach
    void measure() throws IOException {
        before = blocks.bytes();
    }

    @Test
    void aLargeBlockCountsUntilItIsWrittenTo() throws IOException {
        try (Memory block = new Memory(48 * MIB)) {
            assertThat(blocks.bytes() - before).isCloseTo(48 * MIB, A_FEW_PAGES);

            block.setMemory(0, 16 * MIB, (byte) 1);
            assertThat(blocks.bytes() - before).isCloseTo(32 * MIB, A_FEW_PAGES);

            block.clear();
            assertThat(blocks.bytes() - before).isCloseTo(0, A_FEW_PAGES);
        }
    }

    @Test
    void blocksWithoutAHoleBetweenThemAllCount() throws IOException {
        try (Memory one = new Memory(40 * MIB);
                Memory small = new Memory(200 * 1024);
                Memory other = new Memory(50 * MIB)) {
            small.clear();

            assertThat(blocks.bytes() - before).isCloseTo(one.size() + other.size(), A_FEW_PAGES);
        }
    }

    @Test
    void aFreedBlockNoLongerCounts() throws IOException {
        new Memory(48 * MIB).close();

        assertThat(blocks.bytes() - before).isCloseTo(0, A_FEW_PAGES);
    }

    @Test
    void aSmallBlockDoesNotCount() throws IOException {
        try (Memory block = new Memory(MIB / 2)) {
            assertThat(blocks.bytes() - before).isCloseTo(0, A_FEW_PAGES);
            assertThat(block.size()).isEqualTo(MIB / 2);
        }
    }

    @Test
    void aProcessThatCannotBeLookedIntoIsAnErrorAndNotZero() {
        UntouchedBlocks ofNobody = new UntouchedBlocks(Path.of("/proc/none"), 4096);

        assertThatThrownBy(ofNobody::bytes).isInstanceOf(IOException.class);
    }
}
