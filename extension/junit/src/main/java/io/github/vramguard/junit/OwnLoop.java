package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Cycles that a test runs in loops of its own, each of which is judged when the test is over. */
final class OwnLoop {

    private final ExtensionContext context;
    private final LeakGate gate;
    private final Set<Pool> pools;
    private final int most;
    private final Cycles cycles;
    private final Trace nothing;
    private final SortedMap<Integer, Trace> begun = new TreeMap<>();

    private OwnLoop(ExtensionContext context, Session session) {
        this.context = context;
        this.gate = session.gate(context);
        this.pools = session.askedFor(context);
        this.most = session.isOff() ? 1 : session.settings().maxCycles();
        this.cycles = new Cycles(() -> session.meter(context), most, this::needsAnother);
        this.nothing = session.meter(context).trace();
    }

    private boolean needsAnother(Trace trace) {
        int loopsBefore = cycles.traces().size();
        begun.put(loopsBefore, trace);
        outcome(loopsBefore).goesOn(trace.only(pools));
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
            begun.putIfAbsent(0, nothing);
            notJudged("the test failed by itself", begun);
        } else {
            int completed = cycles.traces().size();
            notJudged("a cycle failed by itself, and the test went on", begun.tailMap(completed));
            judge(begun.headMap(completed));
        }
    }

    private void notJudged(String reason, SortedMap<Integer, Trace> loops) {
        loops.forEach((before, trace) -> outcome(before).notJudged(reason, trace.only(pools)));
    }

    /** A verdict that fails the test must not keep the loops after it from theirs. */
    private void judge(SortedMap<Integer, Trace> loops) {
        List<MemoryAssertionError> errors = new ArrayList<>();
        loops.forEach((before, whole) -> {
            Trace trace = whole.only(pools);
            try {
                outcome(before).of(trace, gate.judge(trace), most);
            } catch (MemoryAssertionError broken) {
                errors.add(broken);
            }
        });
        if (!errors.isEmpty()) {
            MemoryAssertionError first = errors.remove(0);
            errors.forEach(first::addSuppressed);
            throw first;
        }
    }

    private Outcome outcome(int loopsBefore) {
        return Outcome.ofCycles(context, loopsBefore + 1);
    }
}
