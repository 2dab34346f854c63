package io.github.vramguard.cli.model;

import static java.util.stream.Collectors.joining;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.model.ByteRange;
import io.github.vramguard.model.DeviceFootprint;
import io.github.vramguard.model.Model;
import io.github.vramguard.model.ModelFootprint;
import java.util.stream.Stream;

/** A prediction for a person to read: the model, and a line for each context. */
final class ModelText {

    private ModelText() {}

    static String of(Prediction prediction) {
        String rows = prediction.contexts().stream()
                .map(context -> row(prediction, context))
                .collect(joining());
        return ModelLines.of(prediction) + "\n" + Assumption.of(prediction.settings()) + ":\n"
                + line("context", "cache", "state", "output", "compute", "on the GPU", "") + rows
                + largest(prediction)
                + "compute is an estimate, ±" + ModelFootprint.COMPUTE_ERROR_PERCENT
                + "%, with the logits of a whole batch, which newer servers do not hold;\non the GPU includes "
                + range(DeviceFootprint.GPU_CONTEXT) + " for the GPU context of the driver\n";
    }

    private static String largest(Prediction prediction) {
        return prediction
                .room()
                .map(room -> largest(room, prediction.model()) + "\n")
                .orElse("");
    }

    private static String largest(Room room, Model model) {
        if (room.largest().isEmpty()) {
            return "no context certainly fits " + room.vram();
        }
        return model.hasConstantState()
                ? "any context fits " + room.vram()
                : "the largest context that fits " + room.vram() + " has "
                        + room.largest().getAsLong() + " tokens"
                        + (room.isLongest() ? ", the longest that was tried" : "");
    }

    private static String row(Prediction prediction, ModelFootprint context) {
        return line(
                context.cache().contextTokens(),
                new ByteSize(context.cache().kvBytes()),
                new ByteSize(context.cache().stateBytes()),
                new ByteSize(context.outputBytes()),
                new ByteSize(context.computeBytes()),
                range(context.deviceBytes()),
                remarks(prediction, context));
    }

    private static String remarks(Prediction prediction, ModelFootprint context) {
        Stream<String> fit = prediction.fit(context).map(Fit::toString).stream();
        Stream<String> beyond =
                prediction.isBeyondTraining(context) ? Stream.of("longer than it was trained for") : Stream.of();
        return Stream.concat(fit, beyond).collect(joining(", "));
    }

    private static String range(ByteRange range) {
        return new ByteSize(range.least()) + " to " + new ByteSize(range.most());
    }

    private static String line(Object... cells) {
        return String.format("%8s  %10s  %10s  %10s  %10s  %-20s  %s", cells).stripTrailing() + "\n";
    }
}
