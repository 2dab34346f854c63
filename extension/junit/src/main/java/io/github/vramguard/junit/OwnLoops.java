package io.github.vramguard.junit;

import io.github.vramguard.measure.Cycles;
import io.github.vramguard.memory.Trace;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Cycles that a test runs in loops of its own, each of which is judged when the test is over. */
final class OwnLoops {

    private final ExtensionContext context;
    private final Session session;
    private final String name;
    private final LeakCheck leaks;
    private final Cycles cycles;
    private final Trace nothing;
    private final SortedMap<Integer, Trace> begun = new TreeMap<>();

    private OwnLoops(ExtensionContext context, Session session, LeakSettings settings, String name) {
        int maxCycles = session.isOff() ? 1 : session.settings().judging().maxCycles();
        this.context = context;
        this.session = session;
        this.name = name;
        this.leaks = new LeakCheck(session, settings, maxCycles);
        this.cycles = new Cycles(() -> session.meter(context, settings.pools()), maxCycles, this::needsAnother);
        this.nothing = session.meter(context, settings.pools()).trace();
    }

    private boolean needsAnother(Trace trace) {
        int loop = cycles.traces().size() + 1;
        begun.put(loop, trace);
        leaks.goesOn(check(loop), trace);
        return leaks.needsAnother(trace);
    }

    /** Cycles for a parameter; the check of the first loop has the given name in records. */
    static Cycles in(ExtensionContext context, Session session, LeakSettings settings, String name) {
        OwnLoops loops = new OwnLoops(context, session, settings, name);
        if (!session.isOff()) {
            Store store = context.getStore(Session.NAMESPACE);
            store.put(Cycles.class, loops.cycles);
            store.put(loops, new AtStoreClose(loops::judge));
        }
        return loops.cycles;
    }

    /** Whether a test can have them. */
    static boolean areIn(Method method) {
        return List.of(method.getParameterTypes()).contains(Cycles.class);
    }

    /** Whether the verdict on a test is the one on its own cycles. */
    static boolean haveRun(ExtensionContext context) {
        Cycles cycles = context.getStore(Session.NAMESPACE).get(Cycles.class, Cycles.class);
        return cycles != null && !cycles.traces().isEmpty();
    }

    private void judge() {
        if (context.getExecutionException().isPresent()) {
            begun.putIfAbsent(1, nothing);
            notJudged(Outcome.FAILED_FOR_ANOTHER_REASON, begun);
        } else {
            int unfinished = cycles.traces().size() + 1;
            notJudged("a cycle failed for another reason, and the test went on", begun.tailMap(unfinished));
            judge(begun.headMap(unfinished));
        }
    }

    private void notJudged(String reason, SortedMap<Integer, Trace> loops) {
        loops.forEach((loop, trace) -> leaks.notJudged(check(loop), reason, trace));
    }

    /** A loop that fails the test does not prevent the verdicts on the loops after it. */
    private void judge(SortedMap<Integer, Trace> loops) {
        List<MemoryAssertionError> errors = new ArrayList<>();
        loops.forEach((loop, trace) -> {
            try {
                leaks.judge(check(loop), session.meters(context).lateRelease(), trace);
            } catch (MemoryAssertionError failed) {
                errors.add(failed);
            }
        });
        if (!errors.isEmpty()) {
            MemoryAssertionError first = errors.remove(0);
            errors.forEach(first::addSuppressed);
            throw first;
        }
    }

    private Check check(int loop) {
        return Check.ofOwnLoop(context, name, loop);
    }
}
