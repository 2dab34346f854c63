package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.standin.BundledAllocator;
import io.github.vramguard.standin.StandIn;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Verdicts on allocators that libraries bring along: a jemalloc without statistics, and one that keeps a count. */
@Tag("thorough")
class BundledAllocatorTests {

    private static final int BLOCK = 1 << 20;
    private static final int STEEP = 16 * BLOCK;

    /** Just above what resident memory is forgiven. */
    private static final int BEYOND_TOLERANCE = 5 * BLOCK / 2;

    private static String[] recommended() {
        return new String[] {
            "-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:NativeMemoryTracking=summary", "-XX:+UseSerialGC"
        };
    }

    private static void judge(String what, int size, Take take, Free free) throws Exception {
        System.out.println(what + " "
                + LoadUnloadHarness.of(Targets.thisJvm(), Map.of("vramguard.pools", "native,resident"))
                        .run(() -> take.bytes(size), block -> block.setMemory(0, size, (byte) 1), free::block)
                        .toString()
                        .replace("\n", " | "));
    }

    private interface Take {
        Pointer bytes(long bytes);
    }

    private interface Free {
        void block(Pointer block);
    }

    /** The jemalloc of LWJGL, which counts nothing. */
    static final class Jemalloc {

        private static NativeLibrary load() throws Exception {
            Path file = Files.createTempDirectory("jemalloc").resolve("libjemalloc.so");
            try (InputStream library =
                    Jemalloc.class.getResourceAsStream("/linux/x64/org/lwjgl/jemalloc/libjemalloc.so")) {
                Files.copy(Objects.requireNonNull(library), file);
            }
            file.toFile().deleteOnExit();
            file.getParent().toFile().deleteOnExit();
            return NativeLibrary.getInstance(file.toString());
        }

        public static void main(String[] args) throws Exception {
            NativeLibrary library = load();
            Function malloc = library.getFunction("je_malloc");
            Function free = library.getFunction("je_free");
            Take take = bytes -> malloc.invokePointer(new Object[] {new NativeLong(bytes)});
            judge("freed", BEYOND_TOLERANCE, take, block -> free.invokeVoid(new Object[] {block}));
            judge("kept", BEYOND_TOLERANCE, take, block -> {});
            judge("steep", STEEP, take, block -> {});
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void whatAnAllocatorWithoutACountTakesIsUnexplained() {
        List<String> printed = ForkedJvm.of(Jemalloc.class, recommended())
                .with("MALLOC_ARENA_MAX", "2")
                .run();

        assertThat(only(printed, "freed "))
                .contains("jemalloc in libjemalloc.so; resident memory includes it")
                .doesNotContain("every cycle");
        assertThat(only(printed, "kept "))
                .as("may be inconclusive, but cannot pass")
                .containsAnyOf("inconclusive, resident: ", "resident memory grows ")
                .doesNotContain("memory returns to its baseline", "smallest detectable leak per cycle: ");
        assertThat(only(printed, "steep ")).contains("resident memory grows 1", "malloc does not explain 1");
    }

    /** A stand-in that counts. */
    static final class Counted {
        public static void main(String[] args) throws Exception {
            BundledAllocator bundled =
                    BundledAllocator.load(Files.createTempDirectory("bundled"), BundledAllocator.TCMALLOC);
            judge("freed", BLOCK, bundled::take, block -> bundled.free(block, BLOCK));
            judge("kept", BLOCK, bundled::take, block -> {});
        }
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void whatAnAllocatorWithACountTakesIsNativeMemory() {
        List<String> printed = ForkedJvm.of(Counted.class, recommended())
                .with("MALLOC_ARENA_MAX", "2")
                .run();

        assertThat(only(printed, "freed ")).contains("memory returns to its baseline");
        assertThat(only(printed, "kept ")).contains("native memory grows 1 MiB every cycle");
    }

    private static String only(List<String> printed, String start) {
        return printed.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
