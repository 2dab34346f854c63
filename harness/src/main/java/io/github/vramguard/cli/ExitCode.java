package io.github.vramguard.cli;

/** What the command line exits with. */
final class ExitCode {

    static final int OK = 0;
    static final int BROKEN = 1;
    static final int INCONCLUSIVE = 2;
    static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
