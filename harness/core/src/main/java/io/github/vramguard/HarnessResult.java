package io.github.vramguard;

import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;

/**
 * The result of a {@link LoadUnloadHarness}. With AssertJ, {@code MemoryAssertions.assertThat(result).returnsToBaseline()}
 * fails with its message.
 *
 * @param verdict whether memory returns to its baseline
 * @param trace the settled levels before the first cycle and after each, and the marks
 * @param message the verdict in words, as in the message of a failed test; {@code vramguard.message=full} includes all facts
 */
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
