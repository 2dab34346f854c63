package io.github.vramguard.cli.model;

import static java.util.stream.Collectors.joining;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ByteRange;
import io.github.vramguard.model.ModelFootprint;
import io.github.vramguard.model.TensorType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A prediction for a person to read: the model, and a line for each context. */
final class ModelText {

    private ModelText() {}

    static String of(Prediction prediction) {
        String rows = prediction.contexts().stream()
                .map(context -> row(prediction, context))
                .collect(joining());
        return model(prediction) + line("context", "cache", "state", "output", "compute", "on the GPU", "") + rows
                + "compute is an estimate for logits of a whole batch, which newer servers leave out;\non the GPU are "
                + range(ModelFootprint.GPU_CONTEXT) + " of its driver, too\n";
    }

    private static String model(Prediction prediction) {
        return "architecture  " + Printable.of(prediction.model().architecture()) + "\nweights       "
                + new ByteSize(prediction.weights().bytes())
                + types(prediction.weights().bytesByType())
                + "\neach token    " + new ByteSize(prediction.bytesPerToken()) + "\n"
                + notCounted(prediction.found().notCounted()) + "\n";
    }

    private static String notCounted(List<String> others) {
        return others.isEmpty() ? "" : "not counted   " + String.join(", ", others) + "\n";
    }

    private static String types(Map<TensorType, Long> bytesByType) {
        return bytesByType.entrySet().stream()
                .sorted(Map.Entry.<TensorType, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(type -> type.getKey() + " " + new ByteSize(type.getValue()))
                .collect(joining(", ", " (", ")"));
    }

    private static String row(Prediction prediction, ModelFootprint context) {
        return line(
                context.cache().contextTokens(),
                new ByteSize(context.cache().kvBytes()),
                new ByteSize(context.cache().stateBytes()),
                new ByteSize(context.outputBytes()),
                new ByteSize(context.computeBytes()),
                range(context.deviceBytes()),
                prediction.fit(context).map(Fit::toString).orElse(""));
    }

    private static String range(ByteRange range) {
        return new ByteSize(range.least()) + " to " + new ByteSize(range.most());
    }

    private static String line(Object... cells) {
        return String.format("%8s  %10s  %10s  %10s  %10s  %-20s  %s", cells).stripTrailing() + "\n";
    }
}
