package io.github.vramguard.assertj;

import io.github.vramguard.config.Settings;
import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.verdict.Verdict;
import java.util.Optional;

/** Judges a trace, and explains why it does not return to its baseline. */
final class Returns {

    private Returns() {}

    static Optional<String> objection(Trace trace) {
        if (trace.cycles() == 0) {
            return Optional.of("Expecting a trace to return to its baseline but it has no cycle");
        }
        Settings settings = Settings.ofProcess();
        Verdict verdict = LeakGate.with(settings).judge(trace);
        if (verdict instanceof Verdict.Passed) {
            return Optional.empty();
        }
        Message message = Message.of("Trace", trace, verdict, trace.cycles());
        return Optional.of(message.text(settings.reporting().hasFullMessages()) + "\n");
    }
}
