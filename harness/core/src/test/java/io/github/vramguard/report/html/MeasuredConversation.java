package io.github.vramguard.report.html;

import io.github.vramguard.Targets;
import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.measure.Cycle;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.TokenCache;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Run;
import io.github.vramguard.run.TestCase;
import io.github.vramguard.verdict.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** A conversation whose cache grows with its tokens, measured here and now: buffers of the size of such a cache. */
final class MeasuredConversation {

    private static final long BYTES_PER_TOKEN = 96 * 1024;
    private static final int TOKENS_PER_TURN = 64;
    private static final int MOST_CYCLES = 20;

    private MeasuredConversation() {}

    static Run measure() {
        LeakGate gate = LeakGate.with(Settings.defaults());
        Trace trace = new Cycles(gate.meter(Targets.thisJvm(), Set.of()), MOST_CYCLES, gate::needsAnother)
                .run(MeasuredConversation::converse);
        Verdict verdict = gate.judge(trace);
        TestCase test = new TestCase(
                "com.acme.chat.AssistantTests#remembersAConversation()",
                "@LeakTest",
                "remembersAConversation()",
                "src/test/java/com/acme/chat/AssistantTests.java",
                61);
        Message message = Message.of(test.check() + " " + test.name(), trace, verdict, MOST_CYCLES);
        return RunOf.tests(MeasuredTest.judged(test, RunOf.JVM.id(), message.line(), message.block(), trace, verdict));
    }

    private static void converse(Cycle cycle) {
        cycle.expect(new TokenCache(BYTES_PER_TOKEN, OptionalLong.empty()));
        List<ByteBuffer> cache = new ArrayList<>();
        cycle.mark("start", 0);
        for (int turn = 1; turn <= 3; turn++) {
            cache.add(ByteBuffer.allocateDirect((int) (TOKENS_PER_TURN * BYTES_PER_TOKEN)));
            cycle.mark("turn", (long) turn * TOKENS_PER_TURN);
        }
        cache.clear();
    }
}
