package io.github.vramguard.testcontainers;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import io.github.vramguard.realserver.Docker;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asks Docker itself: Testcontainers pulls what it needs besides, which takes minutes to fail where there is no network. */
final class DockerCondition implements ExecutionCondition {

    /** What removes the containers of a JVM that was killed. */
    static final String RYUK = "testcontainers/ryuk:0.14.0";

    private static final boolean WITHOUT_RYUK = Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Docker.lacks(RequiresDocker.IMAGE)
                .or(DockerCondition::lacksRyuk)
                .map(missing -> disabled(missing))
                .orElseGet(() -> enabled("Docker has the images"));
    }

    private static Optional<String> lacksRyuk() {
        return WITHOUT_RYUK
                ? Optional.empty()
                : Docker.lacks(RYUK)
                        .map(missing -> missing + "; docker pull it, or set TESTCONTAINERS_RYUK_DISABLED=true");
    }
}
