package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.rule.BudgetRule;
import io.github.vramguard.verdict.Verdict;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The budget of each device.
 *
 * @param annotation the annotation that asks for it
 * @param rule the limit
 * @param predicted the parts of a predicted budget
 */
record Budget(String annotation, BudgetRule rule, Optional<DeviceFootprint> predicted) {

    private static final ByteSize UNLIMITED = new ByteSize(Long.MAX_VALUE);

    static Budget written(String annotation, ByteSize limit) {
        return new Budget(annotation, new BudgetRule(limit), Optional.empty());
    }

    /** Only the baseline limits it. */
    static Budget ofBaseline(String annotation) {
        return written(annotation, UNLIMITED);
    }

    static Budget predicted(String annotation, ByteSize limit, DeviceFootprint parts) {
        return new Budget(annotation, new BudgetRule(limit), Optional.of(parts));
    }

    boolean isOfBaseline() {
        return rule.limit().equals(UNLIMITED);
    }

    /** Empty where only the baseline limits it. */
    OptionalLong limit() {
        return isOfBaseline()
                ? OptionalLong.empty()
                : OptionalLong.of(rule.limit().bytes());
    }

    OptionalLong prediction() {
        return predicted.map(DeviceFootprint::bytes).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    Message message(String title, Trace trace, Peaks peaks, Verdict verdict) {
        return predicted
                .map(parts -> Message.of(title, trace, peaks, verdict, parts))
                .orElseGet(() -> Message.of(title, trace, peaks, verdict));
    }
}
