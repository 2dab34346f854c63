package io.github.vramguard.cli.model;

import static java.util.stream.Collectors.joining;

import io.github.vramguard.cli.terminal.Printable;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.TensorType;
import io.github.vramguard.model.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lines about a model that hold for any context. */
final class ModelLines {

    private ModelLines() {}

    static String of(Prediction prediction) {
        Model model = prediction.model();
        return "architecture  " + Printable.of(model.architecture()) + "\n" + unknown(model)
                + "trained for   "
                + (model.trainedContext().isPresent()
                        ? model.trainedContext().getAsInt() + " tokens"
                        : "a context that the file does not say")
                + "\nweights       " + weights(prediction.weights(), prediction.isSplit())
                + "\neach token    " + token(prediction) + "\n"
                + notCounted(prediction.found().notCounted());
    }

    private static String unknown(Model model) {
        return model.isOfKnownArchitecture()
                ? ""
                : "              architecture " + Printable.of(model.architecture())
                        + " is unknown to this version; general rules were used\n";
    }

    private static String weights(Weights weights, boolean isSplit) {
        String all = new ByteSize(weights.bytes()) + types(weights.bytesByType());
        return isSplit
                ? all + "; " + new ByteSize(weights.deviceBytes()) + " on the GPU, " + new ByteSize(weights.hostBytes())
                        + " on the host"
                : all;
    }

    private static String token(Prediction prediction) {
        return prediction.model().hasConstantState()
                ? "0 B: state only, which does not grow with the context"
                : new ByteSize(prediction.bytesPerToken()).toString();
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
}
