package io.github.vramguard.junit;

/** Memory does not come back, or exceeds its budget, or that cannot be told where it must be. */
public final class MemoryAssertionError extends AssertionError {

    private static final long serialVersionUID = 1L;

    /** Without a stack: it would lead through JUnit alone, because the test is over. */
    MemoryAssertionError(String message) {
        super(message + "\n");
        setStackTrace(new StackTraceElement[0]);
    }
}
