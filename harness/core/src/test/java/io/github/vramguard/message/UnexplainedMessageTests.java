package io.github.vramguard.message;

import static io.github.vramguard.memory.TraceFixture.flat;
import static io.github.vramguard.memory.TraceFixture.growing;
import static io.github.vramguard.memory.TraceFixture.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.Allowance;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users read where resident memory grows by more than malloc explains. */
class UnexplainedMessageTests {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;

    private static final Origin MALLOC = Origin.exact("mallinfo2 less NMT");
    private static final Origin PROC = Origin.exact("/proc");

    @Test
    void theHeadlineNamesTheLargerPartThatMallocDoesNotSee() {
        Trace trace = trace().with(Pool.NATIVE, MALLOC.endingAt(24 * GIB), growing(29 * MIB, 115298, 12))
                .with(Pool.RESIDENT, PROC, growing(90 * MIB, 3108 * KIB, 12))
                .build();

        Message message = series("@LeakTest queries()", trace, 20);
        assertThat(message.line())
                .isEqualTo(
                        "@LeakTest queries(): native memory grows 113 KiB every cycle and none of it comes back; resident"
                                + " memory grows 3.04 MiB per cycle, and malloc does not explain 2.93 MiB of it");
        assertThat(message.block()).contains("24 GiB exhausted after about 8100 more cycles");
    }

    @Test
    void aPassedVerdictStatesWhatMallocDoesNotSee() {
        Trace trace = trace().with(Pool.NATIVE, MALLOC, flat(29 * MIB, 8))
                .with(Pool.RESIDENT, PROC, growing(90 * MIB, MIB, 8))
                .build();

        assertThat(series("@LeakTest queries()", trace, 20).line())
                .isEqualTo(
                        "@LeakTest queries(): memory returns to its baseline; resident memory grows 1 MiB per cycle, and"
                                + " malloc does not explain 1 MiB of it; smallest detectable leak per cycle: native 32 KiB, resident"
                                + " 2 MiB");
    }

    @Test
    void aLeakOfResidentMemoryDoesNotSayItsGrowthTwice() {
        Message message = series("@LeakTest queries()", outsideOfMalloc(), 20);

        assertThat(message.line())
                .isEqualTo(
                        "@LeakTest queries(): resident memory grows 12 MiB every cycle and none of it comes back; malloc"
                                + " does not explain 12 MiB of it");
        assertThat(message.block()).contains("  why        malloc does not explain 12 MiB of it\n");
    }

    @Test
    void aKnownLeakOfResidentMemoryNeither() {
        Trace trace = outsideOfMalloc();
        Allowance allowance = new Allowance(Optional.of(Pool.RESIDENT), 16 * MIB, "acme/engine#7");
        Verdict verdict =
                Allowance.apply(List.of(allowance), LeakRule.standard().judge(trace));

        assertThat(Message.of("@LeakTest queries()", trace, verdict, 20).line())
                .isEqualTo(
                        "@LeakTest queries(): the known leak occurred and is permitted: resident grows 12 MiB per cycle, up"
                                + " to 16 MiB (acme/engine#7); malloc does not explain 12 MiB of it; smallest detectable leak per"
                                + " cycle: native 32 KiB");
    }

    @Test
    void whatMallocExplainsIsNotNamed() {
        Trace trace = trace().with(Pool.NATIVE, MALLOC, growing(29 * MIB, 12 * MIB, 12))
                .with(Pool.RESIDENT, PROC, growing(90 * MIB, 12 * MIB, 12))
                .build();

        assertThat(series("@LeakTest queries()", trace, 20).line()).doesNotContain("malloc does not explain");
    }

    private static Trace outsideOfMalloc() {
        return trace().with(Pool.NATIVE, MALLOC, flat(29 * MIB, 12))
                .with(Pool.RESIDENT, PROC, growing(90 * MIB, 12 * MIB, 12))
                .build();
    }

    private static Message series(String title, Trace trace, int most) {
        return Brief.checked(Message.of(title, trace, LeakRule.standard().judge(trace), most));
    }
}
