package io.github.vramguard.junit;

import io.github.vramguard.measure.Lookout;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One run of a test, or of a whole class: the level before it, and the verdict on the level after it. */
final class OneRun {

    private final ExtensionContext context;
    private final Meters meters;
    private final Meter meter;
    private final Snapshot before;
    private final Lookout lookout;
    private final Check check;
    private final LeakCheck leaks;
    private final Console console;
    private final Optional<Preparation> preparation;

    OneRun(ExtensionContext context, Session session, LeakSettings settings, Snapshot before) {
        this.context = context;
        this.meters = session.meters(context);
        this.meter = meters.of(settings.pools());
        this.before = before;
        this.lookout = Lookout.over(meter);
        this.check = Check.of(context, settings.annotation());
        this.leaks = new LeakCheck(session, settings, 1);
        this.console = session.console();
        this.preparation = session.preparation();
        leaks.goesOn(check, trace());
    }

    /** Judges when the store is closed, unless the run failed for another reason or is judged by its cycles. */
    AtStoreClose judgedUnless(BooleanSupplier failed) {
        return new AtStoreClose(() -> {
            lookout.close();
            if (OwnLoops.haveRun(context)) {
                return;
            }
            if (failed.getAsBoolean()) {
                leaks.notJudged(check, Outcome.FAILED_FOR_ANOTHER_REASON, trace());
            } else {
                judge();
            }
        });
    }

    private void judge() {
        Snapshot after = meter.withUses(meter.settled(before));
        meters.lateRelease().between(before, after).ifPresent(text -> {
            context.publishReportEntry("vramguard.late", text);
            console.warn(text);
        });
        Trace measured = trace().with(after);
        if (preparation.isEmpty() || leaks.passes(measured)) {
            leaks.judge(check, meters.lateRelease(), measured);
        } else {
            judgeItsCode(measured, after, preparation.get());
        }
    }

    private void judgeItsCode(Trace everything, Snapshot after, Preparation prepared) {
        TestExtensions extensions = TestExtensions.of(context);
        context.publishReportEntry("vramguard.prepared", prepared.by(extensions));
        Trace itsCode = meter.trace().with(prepared.baseline(before)).with(after);
        leaks.judge(check, meters.lateRelease(), everything, itsCode, extensions);
    }

    private Trace trace() {
        return meter.trace().with(before);
    }
}
