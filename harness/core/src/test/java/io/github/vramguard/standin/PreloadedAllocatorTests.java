package io.github.vramguard.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.HarnessResult;
import io.github.vramguard.LoadUnloadHarness;
import io.github.vramguard.Targets;
import io.github.vramguard.source.ForkedJvm;
import io.github.vramguard.source.malloc.NativeBlock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A JVM that leaks native memory, with an allocator that cannot be asked, and without. */
@EnabledIf(value = StandIn.IS_POSSIBLE, disabledReason = StandIn.NEEDS)
class PreloadedAllocatorTests {

    private static final ForkedJvm JVM =
            ForkedJvm.of(Leaks.class, "-Xmx64m", "-XX:+UseSerialGC", "-XX:NativeMemoryTracking=summary");

    /** Forgets 16 MiB in each cycle, and prints the headline by default and with {@code vramguard.strict}. */
    static final class Leaks {

        public static void main(String[] args) throws Exception {
            for (String strict : List.of("false", "true")) {
                Map<String, String> settings = Map.of(
                        "vramguard.strict", strict,
                        "vramguard.pools", "heap,native,resident",
                        "vramguard.settle.window", "20",
                        "vramguard.settle.timeout", "3000");
                HarnessResult result = LoadUnloadHarness.of(Targets.thisJvm(), settings)
                        .maxCycles(12)
                        .run(() -> NativeBlock.of(16 << 20), block -> {}, block -> {});
                System.out.println(result.message().lines().findFirst().orElse(""));
            }
        }
    }

    @Test
    void theLeakIsFoundWhereMallocCanBeAsked() {
        assertThat(JVM.run()).hasSize(2).allMatch(line -> line.contains("native memory grows 16 MiB every cycle"));
    }

    @Test
    void withAnotherAllocatorThePassSaysThatItIsNotMeasuredAndStrictDoesNotPass() {
        List<String> headlines = JVM.with(
                        "LD_PRELOAD", Compiler.library("tcmalloc.c", List.of()).toString())
                .run();

        assertThat(headlines).hasSize(2);
        assertThat(headlines.get(0))
                .contains("memory returns to its baseline", "not measured: native (another allocator is loaded")
                .endsWith("resident (reported, not enforced)");
        assertThat(headlines.get(1))
                .contains("inconclusive, native: not measured: another allocator is loaded")
                .endsWith("; also resident");
    }
}
