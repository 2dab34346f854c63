package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Cycles that a test runs in a loop of its own, judged when the test is over. */
final class OwnLoop {

    private final ExtensionContext context;
    private final LeakGate gate;
    private final Set<Pool> pools;
    private final int most;
    private final Cycles cycles;
    private Trace soFar;

    private OwnLoop(ExtensionContext context, Session session) {
        this.context = context;
        this.gate = session.gate(context);
        this.pools = session.askedFor(context);
        this.most = session.isOff() ? 1 : session.settings().maxCycles();
        this.cycles = new Cycles(() -> session.meter(context), most, this::needsAnother);
        this.soFar = session.meter(context).trace();
    }

    private boolean needsAnother(Trace trace) {
        soFar = trace;
        outcome(cycles.traces().size()).goesOn(trace.only(pools));
        return gate.needsAnother(trace.only(pools));
    }

    /** Cycles for a parameter. */
    static Cycles in(ExtensionContext context) {
        Session session = Session.of(context);
        OwnLoop loop = new OwnLoop(context, session);
        if (!session.isOff()) {
            Store store = context.getStore(Session.NAMESPACE);
            store.put(Cycles.class, loop.cycles);
            store.put(loop, new AtStoreClose(loop::judge));
        }
        return loop.cycles;
    }

    /** Whether the verdict on a test is the one on its own cycles. */
    static boolean hasRun(ExtensionContext context) {
        Cycles cycles = context.getStore(Session.NAMESPACE).get(Cycles.class, Cycles.class);
        return cycles != null && !cycles.traces().isEmpty();
    }

    private void judge() {
        if (context.getExecutionException().isPresent()) {
            outcome(0).notJudged("the test failed by itself", soFar.only(pools));
            return;
        }
        List<Trace> traces = cycles.traces();
        for (int before = 0; before < traces.size(); before++) {
            Trace trace = traces.get(before).only(pools);
            outcome(before).of(trace, gate.judge(trace), most);
        }
    }

    private Outcome outcome(int loopsBefore) {
        return Outcome.ofCycles(context, loopsBefore + 1);
    }
}
