package io.github.vramguard.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.cli.terminal.Terminal;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Bytes;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.rule.LeakRule;
import io.github.vramguard.verdict.Preset;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTableTests {

    private static final long MIB = 1 << 20;
    private static final Pool GPU = Pool.gpu(0);
    private static final Terminal TERMINAL = Terminal.dumb(false);

    private static Snapshot level(long mib) {
        return Snapshot.settled(Instant.EPOCH, Map.of(GPU, new Bytes(mib * MIB)), Duration.ZERO);
    }

    private static Snapshot now(Reading reading) {
        return Snapshot.momentary(Instant.EPOCH, Map.of(GPU, reading));
    }

    private static Trace trace(long... levels) {
        Trace trace = Trace.of(new MemoryTarget.ThisJvm(7), Map.of(GPU, Origin.exact("a script")));
        for (long level : levels) {
            trace = trace.with(level(level));
        }
        return trace;
    }

    @Test
    void aRowHasTheBaselineWhatIsHeldNowAndTheShapeOfTheLevelsSoFar() {
        Trace leaking = trace(400, 440, 480, 520, 560, 600, 640, 680, 720);

        assertThat(ProgressTable.of(
                        leaking,
                        now(new Bytes(5720 * MIB)),
                        Optional.of(LeakRule.with(Preset.STANDARD, Map.of()).judge(leaking)),
                        TERMINAL))
                .containsExactly(
                        "  pool          baseline         now      change  shape so far",
                        "  gpu0           400 MiB    5.59 GiB    +5.2 GiB  LEAK          _.:-=+*##"
                                .replace("     +5", "   +5"));
    }

    @Test
    void beforeTheFirstLevelThereIsNoBaseline() {
        assertThat(ProgressTable.of(trace(), now(new Bytes(8 * MIB)), Optional.empty(), TERMINAL))
                .last()
                .isEqualTo("  gpu0                 -       8 MiB           -  -");
    }

    @Test
    void whatCannotBeReadHasNoRow() {
        Gap gap = new Gap(Reason.NOT_PRESENT, "no GPU");

        assertThat(ProgressTable.of(trace(), now(gap), Optional.empty(), TERMINAL))
                .hasSize(1);
    }
}
