package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for a GPU whose memory can be read. */
final class RequiresGpuCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Snapshot snapshot = Session.of(context).meters().ofGpus().now();
        String readable = snapshot.readings().entrySet().stream()
                .filter(entry -> entry.getValue().amount().isPresent())
                .map(entry -> entry.getKey().name())
                .collect(Collectors.joining(", "));
        return readable.isEmpty()
                ? ConditionEvaluationResult.disabled("no GPU can be read: " + obstacle(snapshot))
                : ConditionEvaluationResult.enabled(readable + " can be read");
    }

    static String obstacle(Snapshot snapshot) {
        Reading first = snapshot.readings().values().stream().findFirst().orElse(snapshot.of(Pool.gpu(0)));
        return first.toString();
    }
}
