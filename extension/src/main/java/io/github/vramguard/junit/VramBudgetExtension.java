package io.github.vramguard.junit;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Sampler;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.verdict.Verdict;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Samples device memory during a test, and judges the peak when the store of the test is closed. */
final class VramBudgetExtension extends MeasuringExtension {

    private static final String ANNOTATION = "@VramBudget";

    @Override
    void begin(ExtensionContext context) {
        Session session = Session.of(context);
        Budget budget = Budget.of(
                Nearest.annotation(context, VramBudget.class).orElseThrow(),
                session.settings().reporting().baselines().isPresent());
        if (session.isOff()) {
            return;
        }
        Meter meter = session.meters(context).ofGpus();
        Snapshot now = meter.now();
        if (now.readings().values().stream()
                .noneMatch(reading -> reading.amount().isPresent())) {
            new Outcome(context, ANNOTATION)
                    .unavailable("@VramBudget: no GPU can be read: " + RequiresGpuCondition.obstacle(now));
            return;
        }
        long startedAt = System.currentTimeMillis();
        new Outcome(context, ANNOTATION).goesOn(meter.trace());
        Sampler sampler = Sampler.start(meter, session.settings().samplingInterval());
        context.getStore(Session.NAMESPACE)
                .put(VramBudget.class, new AtStoreClose(() -> judge(context, meter, sampler, budget, startedAt)));
    }

    private static void judge(ExtensionContext context, Meter meter, Sampler sampler, Budget budget, long startedAt) {
        sampler.close();
        Outcome outcome = new Outcome(context, ANNOTATION);
        if (context.getExecutionException().isPresent()) {
            outcome.notJudged("the test failed by itself", meter.trace());
            return;
        }
        Peaks peaks = sampler.peaks();
        Verdict verdict = budget.rule().judge(peaks);
        outcome.of(meter.trace(), peaks, budget, verdict, startedAt);
    }
}
