package io.github.vramguard.junit;

import io.github.vramguard.measure.Lookout;
import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Recorder;
import io.github.vramguard.memory.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The invocations of one test template, which are the cycles of one series. Its verdict is given when the template ends. */
final class Series {

    private final ExtensionContext template;
    private final Session session;
    private final LeakSettings settings;
    private final LeakCheck leaks;
    private final LateRelease lateRelease;
    private final Lookout lookout;
    private final Recorder recorder;
    private boolean decided;
    private boolean failed;

    private Series(ExtensionContext template, Session session, LeakSettings settings, Meters meters, Snapshot before) {
        Meter meter = meters.of(settings.pools());
        this.template = template;
        this.session = session;
        this.settings = settings;
        this.leaks = new LeakCheck(session, settings, settings.maxCycles());
        this.lateRelease = meters.lateRelease();
        this.lookout = Lookout.over(meter);
        this.recorder = new Recorder(meter, before, leaks::needsAnother);
    }

    /** Begins the series of a template before its first invocation. */
    static Series begin(
            ExtensionContext template, Session session, LeakSettings settings, Meters meters, Snapshot before) {
        Series series = new Series(template, session, settings, meters, before);
        session.seriesIsRunning(true);
        Store store = template.getStore(Session.NAMESPACE);
        store.put(Series.class, series);
        store.put(AtStoreClose.class, new AtStoreClose(series::end));
        return series;
    }

    static Optional<Series> of(ExtensionContext template) {
        return Optional.ofNullable(template.getStore(Session.NAMESPACE).get(Series.class, Series.class));
    }

    /** A cycle that was never measured has failed too: its constructor threw. */
    boolean wantsCycle(int number) {
        failed |= recorder.trace().cycles() < number - 1;
        return number <= settings.maxCycles() && !decided && !failed;
    }

    AtStoreClose cycle(ExtensionContext invocation) {
        return new AtStoreClose(() -> endOfCycle(invocation));
    }

    /** What happens after the verdict is certain does not change it. */
    private void endOfCycle(ExtensionContext invocation) {
        if (decided || failed) {
            return;
        }
        failed = invocation.getExecutionException().isPresent();
        if (!failed) {
            decided = !recorder.endOfCycle();
            leaks.goesOn(check(), recorder.trace());
        }
    }

    /** The verdict is on the test, and not on the cycle that happened to make it certain. */
    private void end() {
        lookout.close();
        session.seriesIsRunning(false);
        int cycles = recorder.trace().cycles();
        if (failed) {
            leaks.notJudged(check(), "cycle " + (cycles + 1) + " failed for another reason", recorder.trace());
        } else if (cycles > 0) {
            leaks.judge(check(), lateRelease, recorder.trace());
        }
    }

    private Check check() {
        return Check.of(template, settings.annotation());
    }
}
