package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.DeviceFootprint;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the nearest budget of a test: written, of the baseline, or predicted. */
final class Budgets {

    private static final String WRITTEN = "@VramBudget";
    private static final String PREDICTED = "@PredictedVramBudget";

    private Budgets() {}

    /** Reads attributes at once, and the file of a model only when the budget is asked for: it need not exist everywhere. */
    static Supplier<Budget> of(ExtensionContext context, boolean hasBaseline) {
        return Annotations.elements(context)
                .map(element -> of(element, hasBaseline))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Supplier<Budget>> of(AnnotatedElement element, boolean hasBaseline) {
        Optional<VramBudget> written = AnnotationSupport.findAnnotation(element, VramBudget.class);
        Optional<PredictedVramBudget> predicted = AnnotationSupport.findAnnotation(element, PredictedVramBudget.class);
        if (written.isPresent() && predicted.isPresent()) {
            throw new ExtensionConfigurationException(
                    element + " has " + WRITTEN + " and " + PREDICTED + "; keep one of them");
        }
        return written.map(budget -> written(budget.value(), hasBaseline)).or(() -> predicted.map(Budgets::predicted));
    }

    private static Supplier<Budget> written(String value, boolean hasBaseline) {
        if (value.isEmpty() && !hasBaseline) {
            throw new ExtensionConfigurationException(
                    WRITTEN + " without a value takes its budget from the baseline, and"
                            + " vramguard.baseline.dir is not set; set it, or give an amount such as " + WRITTEN
                            + "(\"6 GiB\")");
        }
        Budget budget = value.isEmpty()
                ? Budget.ofBaseline(WRITTEN)
                : Budget.written(WRITTEN, Attribute.parse(WRITTEN, value, ByteSize::parse));
        return () -> budget;
    }

    private static Supplier<Budget> predicted(PredictedVramBudget budget) {
        Slack slack = Attribute.parse(PREDICTED + "(slack)", budget.slack(), Slack::parse);
        PredictedDevice device = PredictedDevice.of(budget);
        return () -> predicted(device, slack);
    }

    private static Budget predicted(PredictedDevice device, Slack slack) {
        DeviceFootprint parts = device.footprint();
        try {
            return Budget.predicted(PREDICTED, new ByteSize(slack.beyond(parts.bytes())), parts);
        } catch (ArithmeticException overflow) {
            throw new ExtensionConfigurationException(
                    PREDICTED + ": " + device.file() + " and its slack are more than " + new ByteSize(Long.MAX_VALUE),
                    overflow);
        }
    }
}
