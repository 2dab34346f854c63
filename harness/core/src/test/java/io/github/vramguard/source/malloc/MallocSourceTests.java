package io.github.vramguard.source.malloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.Sources;
import io.github.vramguard.standin.BundledAllocator;
import io.github.vramguard.standin.StandIn;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MallocSourceTests {

    private static final MemoryTarget SELF = Targets.thisJvm();
    private static final int BLOCK = 24 << 20;
    private static final int SMALL = 96;

    /** Compilers take and return memory between readings. */
    private static final int STILL = 16 << 10;

    /** Prints by how much each kind of memory moved each pool. */
    static final class TakesMemory {

        private final Sources sources = Sources.of(SELF, Set.of());
        private Map<Pool, Reading> last = level();

        private Map<Pool, Reading> level() {
            Map<Pool, Reading> last = now();
            Map<Pool, Reading> now = now();
            for (int i = 0; i < 20 && Math.abs(amount(now, Pool.NATIVE) - amount(last, Pool.NATIVE)) > STILL; i++) {
                last = now;
                now = now();
            }
            return now;
        }

        private Map<Pool, Reading> now() {
            sources.reclaim(SELF);
            return sources.read(SELF);
        }

        private void print(String what) {
            Map<Pool, Reading> now = level();
            for (Pool pool : new Pool[] {Pool.HEAP, Pool.DIRECT, Pool.NATIVE, Pool.UNTOUCHED}) {
                if (now.get(pool).amount().isPresent()) {
                    System.out.println(what + " " + pool + " " + (amount(now, pool) - amount(last, pool)));
                }
            }
            last = now;
        }

        private static long amount(Map<Pool, Reading> readings, Pool pool) {
            return readings.get(pool).amount().orElseThrow();
        }

        public static void main(String[] args) {
            TakesMemory memory = new TakesMemory();
            memory.level();
            memory.print("nothing");
            long block = Native.malloc(BLOCK);
            memory.print("taken");
            new Pointer(block).setMemory(0, BLOCK, (byte) 1);
            memory.print("block");
            Native.free(block);
            memory.print("freed");
            long[] blocks = new long[BLOCK / SMALL];
            memory.print("addresses");
            Arrays.setAll(blocks, i -> Native.malloc(SMALL - 8));
            memory.print("small");
            ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
            memory.print("buffer");
            buffer.put(0, (byte) 1);
            System.out.println("origin " + memory.sources.origins(SELF).get(Pool.NATIVE));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withNativeMemoryTrackingABlockMovesOnlyThePoolItWasTakenFrom() {
        Map<String, String> moved = moved("-XX:NativeMemoryTracking=summary");
        long exactly = 64 << 10;
        assertMoved(moved, "nothing native", 0, exactly);
        assertMoved(moved, "taken untouched", BLOCK, exactly);
        assertMoved(moved, "taken native", 0, exactly);
        assertMoved(moved, "block untouched", -BLOCK, exactly);
        assertMoved(moved, "block native", BLOCK, exactly);
        assertMoved(moved, "block heap", 0, exactly);
        assertMoved(moved, "block direct", 0, 0);
        assertMoved(moved, "freed native", -BLOCK, exactly);
        assertMoved(moved, "small native", BLOCK, exactly);
        assertMoved(moved, "buffer native", 0, exactly);
        assertMoved(moved, "buffer direct", BLOCK, 0);
        assertMoved(moved, "buffer heap", 0, exactly);
        assertThat(moved.get("origin Origin[source=mallinfo2"))
                .contains("less NMT, device=, quality=EXACT", "capacity=OptionalLong[");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutNativeMemoryTrackingTheJvmsOwnMemoryIsInTheNumber() {
        Map<String, String> moved = moved("-XX:NativeMemoryTracking=off");
        long compilers = 12 << 20;
        assertMoved(moved, "block native", BLOCK, compilers);
        assertMoved(moved, "freed native", -BLOCK, compilers);
        assertMoved(moved, "buffer native", 0, compilers);
        assertThat(moved.get("origin Origin[source=mallinfo2,")).contains("quality=MIXED");
    }

    private static Map<String, String> moved(String flag) {
        return moved(ForkedJvm.of(TakesMemory.class, "-Xmx256m", "-XX:+UseG1GC", flag));
    }

    private static Map<String, String> moved(ForkedJvm jvm) {
        Map<String, String> moved = new HashMap<>();
        for (String line : jvm.run()) {
            String[] words = line.split(" ", 3);
            if (words.length == 3) {
                moved.put(words[0] + " " + words[1], words[2]);
            }
        }
        return moved;
    }

    private static void assertMoved(Map<String, String> moved, String what, long bytes, long within) {
        assertThat(Long.parseLong(moved.get(what)))
                .as("%s of %s", what, moved)
                .isBetween(bytes - within, bytes + within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mallctl", "mi_malloc", "tc_malloc"})
    void anotherAllocatorIsNotMistakenForGlibc(String symbol) {
        MallocSource source = new MallocSource(
                () -> Glibc.bind(name -> defined(name, symbol, "mallinfo2", "malloc_trim", "mallopt", "getpagesize")));
        assertThat(source.read(SELF).get(Pool.NATIVE)).isInstanceOfSatisfying(Reading.Gap.class, gap -> {
            assertThat(gap.reason()).isEqualTo(Reading.Reason.NOT_SUPPORTED);
            assertThat(gap.detail()).contains(symbol, "LD_PRELOAD");
        });
        assertThat(source.reclaim(SELF)).isEmpty();
    }

    @Test
    @EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
    void theCountOfABundledAllocatorIsPartOfNativeMemory(@TempDir Path directory) {
        MallocSource source = new MallocSource();
        try (BundledAllocator bundled = BundledAllocator.load(directory, BundledAllocator.TCMALLOC)) {
            Reading before = source.read(SELF).get(Pool.NATIVE);
            Pointer block = bundled.take(BLOCK);
            Reading taken = source.read(SELF).get(Pool.NATIVE);
            bundled.free(block, BLOCK);

            long moved = taken.amount().orElseThrow() - before.amount().orElseThrow();
            assertThat(moved).isBetween(BLOCK - (8L << 20), BLOCK + (8L << 20));
            assertThat(taken).isInstanceOfSatisfying(Reading.AllocatedBytes.class, reading -> {
                assertThat(reading.counted()).containsExactly("jemalloc in libbundled.so");
                assertThat(reading.hidden()).containsExactly("tcmalloc in libbundled.so");
            });
        }
        assertThat(source.read(SELF).get(Pool.NATIVE)).isInstanceOf(Reading.Bytes.class);
    }

    /** jemalloc of Debian and Fedora; this one replaces malloc, which none that is loaded later can. */
    @Test
    void theAllocatorThatReplacesMallocIsAskedInItsPlace() {
        List<String> installed = Stream.of(
                        "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2",
                        "/usr/lib/aarch64-linux-gnu/libjemalloc.so.2",
                        "/usr/lib64/libjemalloc.so.2")
                .filter(library -> Files.exists(Path.of(library)))
                .toList();
        assumeTrue(!installed.isEmpty(), "jemalloc is not installed; Debian has it in libjemalloc2");
        String preloaded = installed.get(0);
        Map<String, String> moved =
                moved(ForkedJvm.of(TakesMemory.class, "-Xmx256m", "-XX:NativeMemoryTracking=summary")
                        .with("LD_PRELOAD", preloaded));
        long sizeClasses = 6 << 20;
        assertMoved(moved, "block native", 0, sizeClasses);
        assertMoved(moved, "taken native", BLOCK, sizeClasses);
        assertMoved(moved, "freed native", -BLOCK, sizeClasses);
        assertMoved(moved, "small native", BLOCK, sizeClasses);
        assertMoved(moved, "buffer native", 0, sizeClasses);
    }

    @Test
    void aLibcWithoutMallinfo2IsAGap() {
        MallocSource source = new MallocSource(() -> Glibc.bind(name -> defined(name, "malloc_trim")));
        assertThat(source.read(SELF).get(Pool.NATIVE))
                .isEqualTo(new Reading.Gap(
                        Reading.Reason.NOT_SUPPORTED,
                        "there is no mallinfo2; native memory is read from mallinfo2 of glibc 2.33 or newer"));
        assertThat(source.origins(SELF).get(Pool.NATIVE))
                .extracting(Origin::capacity)
                .isEqualTo(OptionalLong.empty());
    }

    private static Optional<Function> defined(String name, String... defined) {
        return List.of(defined).contains(name)
                ? Optional.of(NativeLibrary.getProcess().getFunction("malloc"))
                : Optional.empty();
    }
}
