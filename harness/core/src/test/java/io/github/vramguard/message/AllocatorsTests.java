package io.github.vramguard.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.AllocatedBytes;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What users read of allocators besides malloc. */
class AllocatorsTests {

    private static final long MIB = 1024 * 1024;
    private static final Set<String> NONE = Set.of();

    @Test
    void whatAPassClaimsForNativeMemoryHoldsForWhatIsCounted() {
        Message message =
                message(new AllocatedBytes(MIB, Set.of("tcmalloc in libtc.so"), Set.of("the arenas of ONNX Runtime")));

        assertThat(message.line())
                .isEqualTo(
                        "@LeakTest answers(): memory returns to its baseline; smallest detectable leak per cycle: native"
                                + " 32 KiB (not in the arenas of ONNX Runtime)");
        assertThat(message.brief())
                .contains("mallinfo2 less NMT · native includes tcmalloc in libtc.so")
                .contains(
                        "  not seen   native: no count of its own can be read from the arenas of ONNX Runtime; resident"
                                + " memory includes it");
    }

    @Test
    void whereMallocIsAloneThereIsNoWordOfOthers() {
        for (Reading reading : new Reading[] {new Reading.Bytes(MIB), new AllocatedBytes(MIB, NONE, NONE)}) {
            Message message = message(reading);

            assertThat(message.line())
                    .isEqualTo(
                            "@LeakTest answers(): memory returns to its baseline; smallest detectable leak per cycle:"
                                    + " native 32 KiB");
            assertThat(message.brief()).doesNotContain("includes", "not seen");
        }
    }

    /** A library is loaded in the first cycle. */
    private static Message message(Reading since) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(4711), Map.of(Pool.NATIVE, Origin.exact("mallinfo2 less NMT")))
                .with(level(new Reading.Bytes(MIB)));
        for (int cycle = 1; cycle <= 8; cycle++) {
            trace = trace.with(level(since));
        }
        return Message.of("@LeakTest answers()", trace, LeakRule.standard().judge(trace), 20);
    }

    private static Snapshot level(Reading reading) {
        return Snapshot.settled(Instant.EPOCH, Map.of(Pool.NATIVE, reading), Duration.ofMillis(400));
    }
}
