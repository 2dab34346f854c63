package io.github.vramguard.cli.usage;

/** The exit codes of the command line. */
public final class ExitCode {

    /** Nothing failed. */
    public static final int OK = 0;
    /** A verdict or a check failed. */
    public static final int FAILED = 1;
    /** A verdict is inconclusive. */
    public static final int INCONCLUSIVE = 2;
    /** The command could not do its work. */
    public static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
