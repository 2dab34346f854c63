package io.github.vramguard.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.opentest4j.AssertionFailedError;

/**
 * Thrown when memory does not return to its baseline or exceeds its budget, or when the verdict is inconclusive and {@code
 * vramguard.inconclusive} is {@code fail}. Build servers count it as a failure of the test, not as an error.
 *
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public final class MemoryAssertionError extends AssertionFailedError {

    private static final long serialVersionUID = 1L;

    /** Without a stack: it would show JUnit only, because the test is over. */
    MemoryAssertionError(String message) {
        super(message + "\n");
        setStackTrace(new StackTraceElement[0]);
    }
}
