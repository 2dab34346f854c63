package io.github.vramguard;

import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The result of a {@link LoadUnloadHarness}. With AssertJ, {@code MemoryAssertions.assertThat(result).returnsToBaseline()}
 * fails with its message.
 *
 * @param verdict whether memory returns to its baseline
 * @param trace the settled levels before the first cycle and after each, and the marks
 * @param message the verdict in words, as in the message of a failed test; {@code vramguard.message=full} includes all facts
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record HarnessResult(Verdict verdict, Trace trace, String message) {

    /**
     * Returns the message.
     *
     * @return one line, an empty line, and the facts behind the verdict
     */
    @Override
    public String toString() {
        return message;
    }
}
