package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Lookout;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One run of a test, or of a whole class: the level before it, and the verdict on the level after it. */
final class OneRun {

    private static final String ANNOTATION = "@NoLeak";

    private final ExtensionContext context;
    private final Meters meters;
    private final Meter meter;
    private final Snapshot before;
    private final Lookout lookout;
    private final Set<Pool> pools;
    private final LeakGate gate;

    OneRun(ExtensionContext context, Snapshot before) {
        this.context = context;
        Session session = Session.of(context);
        this.pools = session.askedFor(context);
        this.gate = session.gate(context);
        this.meters = session.meters(context);
        this.meter = meters.of(pools);
        this.before = before;
        this.lookout = Lookout.over(meter);
        new Outcome(context, ANNOTATION).goesOn(meter.trace().with(before).only(pools));
    }

    /** Judges when the store is closed, unless the run failed by itself or is judged by its cycles. */
    AtStoreClose judgedUnless(BooleanSupplier failed) {
        return new AtStoreClose(() -> {
            lookout.close();
            if (OwnLoop.hasRun(context)) {
                return;
            }
            if (failed.getAsBoolean()) {
                new Outcome(context, ANNOTATION)
                        .notJudged(
                                "the test failed by itself",
                                meter.trace().with(before).only(pools));
            } else {
                judge();
            }
        });
    }

    private void judge() {
        Snapshot after = meter.settled(before);
        Trace trace = meter.trace().with(before).with(after).only(pools);
        Verdict verdict = gate.judge(trace);
        Outcome outcome = new Outcome(context, ANNOTATION);
        String title = outcome.title();
        meters.lateRelease().between(before, after).ifPresent(outcome::warn);
        meters.lateRelease().remember(title, verdict);
        outcome.of(trace, verdict, 1);
    }
}
