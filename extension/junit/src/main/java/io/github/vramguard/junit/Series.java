package io.github.vramguard.junit;

import io.github.vramguard.LeakGate;
import io.github.vramguard.measure.Lookout;
import io.github.vramguard.measure.Recorder;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The invocations of one test template, which are the cycles of one series. */
final class Series {

    private final ExtensionContext template;
    private final Session session;
    private final String annotation;
    private final Meters meters;
    private final Set<Pool> pools;
    private final LeakGate gate;
    private final int most;
    private final Lookout lookout;
    private final Recorder recorder;
    private boolean decided;
    private boolean failed;

    private Series(ExtensionContext template, Meters meters, Snapshot before) {
        boolean isLeakTest = Nearest.annotation(template, LeakTest.class).isPresent();
        this.template = template;
        this.meters = meters;
        this.session = Session.of(template);
        this.annotation = isLeakTest ? "@LeakTest" : "@NoLeak";
        this.pools = session.askedFor(template);
        this.gate = session.gate(template);
        this.most = isLeakTest ? LeakTestExtension.most(template, session) : Integer.MAX_VALUE;
        this.lookout = Lookout.over(meters.of(pools));
        this.recorder = new Recorder(
                meters.of(pools), before, trace -> trace.cycles() < most && gate.needsAnother(trace.only(pools)));
    }

    /** The series of a template, before its first invocation. */
    static Series begin(ExtensionContext template, Meters meters, Snapshot before) {
        Series series = new Series(template, meters, before);
        Session.of(template).seriesIsRunning(true);
        Store store = template.getStore(Session.NAMESPACE);
        store.put(Series.class, series);
        store.put(AtStoreClose.class, new AtStoreClose(series::end));
        return series;
    }

    static Optional<Series> known(ExtensionContext template) {
        return Optional.ofNullable(template.getStore(Session.NAMESPACE).get(Series.class, Series.class));
    }

    /** A cycle that never got as far as to be measured has failed too: its constructor threw. */
    boolean wantsCycle(int number) {
        failed |= recorder.trace().cycles() < number - 1;
        return number <= most && !decided && !failed;
    }

    AtStoreClose cycle(ExtensionContext invocation) {
        return new AtStoreClose(() -> endOfCycle(invocation));
    }

    private void endOfCycle(ExtensionContext invocation) {
        if (invocation.getExecutionException().isPresent()) {
            failed = true;
            notJudged(invocation);
        } else if (!failed && !decided) {
            endOfCycleThatCounts(invocation);
        }
    }

    private void endOfCycleThatCounts(ExtensionContext invocation) {
        if (recorder.endOfCycle()) {
            Outcome.ofSeries(template, template, annotation)
                    .goesOn(recorder.trace().only(pools));
        } else {
            judge(invocation);
        }
    }

    /** A series that ended before it was decided: there were no more invocations, or one failed before it could begin. */
    private void end() {
        lookout.close();
        session.seriesIsRunning(false);
        if (decided || recorder.trace().cycles() == 0) {
            return;
        }
        if (failed) {
            notJudged(template);
        } else {
            judge(template);
        }
    }

    private void notJudged(ExtensionContext context) {
        decided = true;
        String which = "cycle " + (recorder.trace().cycles() + 1) + " failed by itself";
        Outcome.ofSeries(context, template, annotation)
                .notJudged(which, recorder.trace().only(pools));
    }

    private void judge(ExtensionContext context) {
        decided = true;
        Trace judged = recorder.trace().only(pools);
        Verdict verdict = gate.judge(judged);
        Outcome outcome = Outcome.ofSeries(context, template, annotation);
        String title = outcome.title();
        meters.lateRelease().remember(title, verdict);
        outcome.of(judged, verdict, most);
    }
}
