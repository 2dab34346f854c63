package io.github.vramguard.cli.usage;

/** What the command line exits with. */
public final class ExitCode {

    /** Nothing is broken. */
    public static final int OK = 0;
    /** Something is. */
    public static final int FAILED = 1;
    /** It is not certain, where that was asked for. */
    public static final int INCONCLUSIVE = 2;
    /** Nothing can be said. */
    public static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
