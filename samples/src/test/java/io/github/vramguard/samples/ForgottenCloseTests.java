package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.vramguard.memory.ByteSize;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The samples that show the wrong way fail, each with the message that it is there for. */
class ForgottenCloseTests {

    private static final Pattern HEADLINE = Pattern.compile(
            "@LeakTest \\w+\\.(\\w+)\\(\\): native memory grows ([0-9.]+ MiB) (every|a) cycle and none of it comes back");

    @Test
    void aLlamaThatNobodyClosesFailsTheBuild() {
        String message = theOnlyFailureOf(S03_ForgottenClose.class);

        assertThat(perCycle(message)).isBetween(ByteSize.parse("26 MiB"), ByteSize.parse("30 MiB"));
        assertThat(message).containsPattern("shape +LEAK").containsPattern("native .* LEAK");
    }

    @Test
    void anOnnxSessionThatNobodyClosesFailsTheBuild() {
        String message = theOnlyFailureOf(S05_UnclosedSession.class);

        assertThat(perCycle(message)).isBetween(ByteSize.parse("16 MiB"), ByteSize.parse("18 MiB"));
    }

    private static String theOnlyFailureOf(Class<?> sample) {
        List<String> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(sample))
                        .execute()
                        .allEvents()
                        .failed()
                        .stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .map(result -> result.getThrowable().orElseThrow().getMessage())
                        .toList();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static ByteSize perCycle(String message) {
        Matcher headline = HEADLINE.matcher(message);
        assertThat(headline.lookingAt()).as(message).isTrue();
        return ByteSize.parse(headline.group(2));
    }
}
