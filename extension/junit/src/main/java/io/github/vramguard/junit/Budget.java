package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Peaks;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.message.Message;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.verdict.BudgetRule;
import io.github.vramguard.verdict.Verdict;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/** What each device may hold: as it is written, or as it is predicted for a model. */
record Budget(BudgetRule rule, Optional<DeviceFootprint> predicted) {

    private static final ByteSize UNLIMITED = new ByteSize(Long.MAX_VALUE);

    /** Attributes are read at once, and the file of a model when the budget is asked for: it need not be everywhere. */
    static Supplier<Budget> of(VramBudget budget, boolean isRemembered) {
        Set<String> given = given(budget);
        if (given.isEmpty() && isRemembered) {
            return () -> new Budget(new BudgetRule(UNLIMITED), Optional.empty());
        }
        if (given.equals(Set.of("value"))) {
            Budget written = written(budget);
            return () -> written;
        }
        if (given.contains("model") && !given.contains("value")) {
            return predicted(budget);
        }
        throw new ExtensionConfigurationException("@VramBudget takes either a value, such as \"6 GiB\", or the model, a"
                + " GGUF file, with context, parallel, cacheTypeK, cacheTypeV, gpuLayers and slack; it was given "
                + (given.isEmpty()
                        ? "neither, which stands for the peak of an earlier run where vramguard.baseline.dir is set"
                        : String.join(", ", given)));
    }

    private static Set<String> given(VramBudget budget) {
        return Arrays.stream(VramBudget.class.getDeclaredMethods())
                .filter(attribute ->
                        !Objects.equals(attribute.getDefaultValue(), ReflectionSupport.invokeMethod(attribute, budget)))
                .map(attribute -> attribute.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Budget written(VramBudget budget) {
        ByteSize limit = Nearest.read("@VramBudget", budget.value(), ByteSize::parse);
        return new Budget(new BudgetRule(limit), Optional.empty());
    }

    private static Supplier<Budget> predicted(VramBudget budget) {
        Slack slack = Nearest.read("@VramBudget(slack)", budget.slack(), Slack::parse);
        PredictedDevice device = PredictedDevice.of(budget);
        return () -> predicted(device, slack);
    }

    private static Budget predicted(PredictedDevice device, Slack slack) {
        try {
            DeviceFootprint predicted = device.footprint();
            ByteSize limit = new ByteSize(slack.beyond(predicted.bytes()));
            return new Budget(new BudgetRule(limit), Optional.of(predicted));
        } catch (ArithmeticException overflow) {
            throw new ExtensionConfigurationException(
                    "@VramBudget: " + device.file() + " and its slack are more than " + new ByteSize(Long.MAX_VALUE),
                    overflow);
        }
    }

    /** Whether it is written or predicted, and not what an earlier run reached. */
    boolean isGiven() {
        return limit().isPresent();
    }

    /** Empty where only an earlier run limits it. */
    OptionalLong limit() {
        return rule.limit().equals(UNLIMITED)
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
