package io.github.vramguard.junit;

import io.github.vramguard.measure.Meter;
import io.github.vramguard.measure.Sampler;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Snapshot;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Samples device memory during a test, and judges the peak when the store of the test is closed. */
final class VramBudgetExtension extends MeasuringExtension {

    @Override
    void begin(ExtensionContext context) {
        Session session = Session.of(context);
        Supplier<Budget> budget = Budget.of(
                Nearest.annotation(context, VramBudget.class).orElseThrow(),
                session.settings().reporting().baselines().isPresent());
        if (session.isOff()) {
            return;
        }
        Meter meter = session.meters(context).ofGpus();
        Snapshot now = meter.now();
        if (now.readings().values().stream()
                .noneMatch(reading -> reading.amount().isPresent())) {
            session.enforcement().unavailable("@VramBudget: no GPU can be read: " + RequiresGpuCondition.obstacle(now));
            return;
        }
        Budget limit = budget.get();
        long startedAt = System.currentTimeMillis();
        Sampler sampler =
                Sampler.start(meter, session.settings().samplingInterval(), Outcome.ofBudget(context)::goesOn);
        context.getStore(Session.NAMESPACE)
                .put(VramBudget.class, new AtStoreClose(() -> judge(context, sampler, limit, startedAt)));
    }

    private static void judge(ExtensionContext context, Sampler sampler, Budget budget, long startedAt) {
        sampler.close();
        Outcome outcome = Outcome.ofBudget(context);
        if (context.getExecutionException().isPresent()) {
            outcome.notJudged("the test failed by itself", sampler.trace());
            return;
        }
        Peaks peaks = sampler.peaks();
        outcome.of(sampler.trace(), peaks, budget, budget.rule().judge(peaks), startedAt);
    }
}
