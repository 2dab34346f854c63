package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Enables a test where the memory of a GPU can be read. */
final class RequiresGpuCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Gpus gpus = new Gpus(Session.of(context).meters().ofGpus().now());
        String readable = gpus.readable().stream().map(Pool::name).collect(Collectors.joining(", "));
        return readable.isEmpty()
                ? ConditionEvaluationResult.disabled(gpus.obstacle())
                : ConditionEvaluationResult.enabled(readable + " can be read");
    }
}
