package io.github.vramguard.junit;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Sampler;
import io.github.vramguard.memory.Peaks;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Samples device memory during a test, and judges the peak when the store of the test is closed. */
final class VramBudgetExtension extends MeasuringExtension {

    @Override
    void begin(ExtensionContext context) {
        Session session = Session.of(context);
        boolean hasBaseline = session.settings().reporting().baselines().isPresent();
        Supplier<Budget> given = Budgets.of(context, hasBaseline);
        if (session.isOff()) {
            return;
        }
        Meter meter = session.meters(context).ofGpus();
        Gpus gpus = new Gpus(meter.now());
        if (gpus.readable().isEmpty()) {
            session.enforcement().unavailable(context, "@VramBudget: " + gpus.obstacle());
            return;
        }
        Budget budget = given.get();
        Outcome outcome = new Outcome(session, Check.ofSeries(context, subject(context), budget.annotation()));
        long startedAt = System.currentTimeMillis();
        Sampler sampler = Sampler.start(meter, session.settings().measuring().samplingInterval(), outcome::goesOn);
        context.getStore(Session.NAMESPACE)
                .put(VramBudget.class, new AtStoreClose(() -> judge(context, outcome, sampler, budget, startedAt)));
    }

    /** The cycles of a leak test are one test, of which the highest peak is recorded. */
    private static ExtensionContext subject(ExtensionContext context) {
        return Annotations.nearest(context, LeakTest.class)
                .flatMap(cycles -> context.getParent())
                .orElse(context);
    }

    private static void judge(
            ExtensionContext context, Outcome outcome, Sampler sampler, Budget budget, long startedAt) {
        sampler.close();
        if (context.getExecutionException().isPresent()) {
            outcome.notJudged(Outcome.FAILED_FOR_ANOTHER_REASON, sampler.trace());
            return;
        }
        Peaks peaks = sampler.peaks();
        outcome.of(sampler.trace(), peaks, budget, budget.rule().judge(peaks), startedAt);
    }
}
