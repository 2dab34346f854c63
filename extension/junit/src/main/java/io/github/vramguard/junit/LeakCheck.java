package io.github.vramguard.junit;

import io.github.vramguard.gate.LeakGate;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;

/** A leak check in progress: whether it needs another cycle, and what becomes of what it measured. */
final class LeakCheck {

    private final Session session;
    private final LeakSettings settings;
    private final LeakGate gate;
    private final int maxCycles;

    LeakCheck(Session session, LeakSettings settings, int maxCycles) {
        this.session = session;
        this.settings = settings;
        this.gate = settings.gate(session.settings());
        this.maxCycles = maxCycles;
    }

    boolean needsAnother(Trace measured) {
        Trace trace = judged(measured);
        if (measured.cycles() == 1) {
            gate.shortfall(trace, maxCycles).ifPresent(session::warnOnce);
        }
        return measured.cycles() < maxCycles && gate.needsAnother(trace);
    }

    /** Records what is known so far: all there is if the JVM is killed. */
    void goesOn(Check check, Trace measured) {
        new Outcome(session, check).goesOn(judged(measured));
    }

    void notJudged(Check check, String reason, Trace measured) {
        new Outcome(session, check).notJudged(reason, judged(measured));
    }

    boolean passes(Trace measured) {
        return gate.judge(judged(measured)) instanceof Verdict.Passed;
    }

    void judge(Check check, LateRelease late, Trace measured) {
        Trace trace = judged(measured);
        end(check, late, trace, gate.judge(trace));
    }

    /** Judges the code of a test without what extensions took to prepare it. */
    void judge(Check check, LateRelease late, Trace everything, Trace itsCode, TestExtensions extensions) {
        Trace trace = judged(itsCode);
        end(check, late, trace, Preparation.of(extensions, gate.judge(judged(everything)), gate.judge(trace)));
    }

    private void end(Check check, LateRelease late, Trace trace, Verdict verdict) {
        late.remember(check.title(), verdict);
        new Outcome(session, check).of(trace, verdict, maxCycles);
    }

    private Trace judged(Trace measured) {
        return measured.only(settings.pools());
    }
}
