package io.github.vramguard.field;

/** What a verdict has to be. */
final class Expectation {

    /** What one run of a test may leave behind without failing: docs/pools.md#tolerances. */
    private static final double PERMITTED_IN_ONE_RUN = 64 << 20;

    private Expectation() {}

    /** Whether the verdict of a trial is not the one that its case deserves. */
    static boolean isMissed(Trial trial, Growth truth, Outcome outcome) {
        boolean oneRun = trial.mode() == Mode.once || trial.mode() == Mode.second;
        return switch (outcome.verdict()) {
            case "PASSED" -> trial.measured().isMistake() && (!oneRun || truth.bytes() > PERMITTED_IN_ONE_RUN);
            case "FAILED" -> trial.measured().isClean();
            // One run cannot tell a first use from a leak; whether it names the right evidence is for a reader
            case "INCONCLUSIVE" -> trial.mode() != Mode.once;
            default -> true;
        };
    }

    /** Whether a case is not what its name says. */
    static boolean isMisnamed(Case measured, Growth truth) {
        return truth.cycles() == 0 || measured.isClean() != truth.perCycle().isEmpty();
    }
}
