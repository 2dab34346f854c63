package io.github.vramguard.testcontainers;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Asks once for each JVM: where Docker cannot be reached, or its helpers cannot be pulled, an answer takes minutes. */
final class DockerCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Answer.OF_DOCKER;
    }

    private static final class Answer {
        private static final ConditionEvaluationResult OF_DOCKER = ask();

        private static ConditionEvaluationResult ask() {
            try {
                DockerClientFactory.instance()
                        .client()
                        .inspectImageCmd(RequiresDocker.IMAGE)
                        .exec();
                return enabled("Docker answers");
            } catch (NotFoundException absent) {
                return disabled("Docker has no image " + RequiresDocker.IMAGE);
            } catch (RuntimeException unreachable) {
                return disabled("no Docker daemon answers: " + unreachable.getMessage());
            }
        }
    }
}
