package io.github.vramguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vramguard.explain.TurnGrowth;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.gate.LeakGateTests;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A conversation in an engine that takes memory for each token and gives it back with the conversation. */
class GrowingConversationTests {

    private static final int BYTES_PER_TOKEN = 128 * 1024;

    private final LeakGate gate =
            LeakGate.with(LeakGateTests.settings(Map.of("vramguard.pools", "direct", "vramguard.settle.window", "20")));
    private final List<ByteBuffer> forgotten = new ArrayList<>();

    private Trace conversations(int bytesPerToken) {
        return new Cycles(gate.meter(Targets.thisJvm(), Set.of()), 20, gate::needsAnother)
                .run(cycle -> converse(cycle, bytesPerToken));
    }

    private static void converse(Cycle cycle, int bytesPerToken) {
        cycle.expect(new TokenCache(BYTES_PER_TOKEN, OptionalLong.empty()));
        List<ByteBuffer> cache = new ArrayList<>();
        for (int turn = 1; turn <= 3; turn++) {
            cache.add(ByteBuffer.allocateDirect(16 * bytesPerToken));
            cycle.mark("turn", turn * 16L);
        }
        assertThat(cache).hasSize(3);
    }

    @Test
    void growthThatEndsWithItIsNoLeakAndIsExplainedByItsTokens() {
        Trace trace = conversations(BYTES_PER_TOKEN);

        assertThat(gate.judge(trace)).isInstanceOf(Verdict.Passed.class);
        assertThat(TurnGrowth.linesOf(trace))
                .singleElement()
                .asString()
                .startsWith("direct: explained by KV cache (128 KiB per token predicted, 128 KiB measured over ");
    }

    @Test
    void whatTheTokensDoNotTakeIsUnexplained() {
        Trace trace = conversations(BYTES_PER_TOKEN * 3 / 2);

        assertThat(TurnGrowth.linesOf(trace))
                .singleElement()
                .asString()
                .startsWith("direct: partly explained by KV cache (128 KiB per token predicted, 192 KiB measured over ")
                .endsWith(" MiB unexplained");
    }

    @Test
    void aCacheThatOutlivesItsConversationIsALeakAllTheSame() {
        Trace trace = new Cycles(gate.meter(Targets.thisJvm(), Set.of()), 20, gate::needsAnother).run(cycle -> {
            converse(cycle, BYTES_PER_TOKEN);
            forgotten.add(ByteBuffer.allocateDirect(BYTES_PER_TOKEN));
        });

        assertThat(gate.judge(trace)).isInstanceOf(Verdict.Failed.class);
    }
}
