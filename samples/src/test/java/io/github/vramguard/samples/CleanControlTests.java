package io.github.vramguard.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Clean code passes in every round; {@code -Dsamples.rounds=30} runs thirty. */
class CleanControlTests {

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("samples.rounds", 2));
    }

    @ParameterizedTest(name = "round {0}")
    @MethodSource("rounds")
    void anOnnxSessionThatIsClosedPasses(int round) {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(S02_LoadUnloadCycles.class))
                .execute();

        results.allEvents()
                .assertStatistics(events -> events.failed(0).aborted(0).skipped(0));
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }
}
