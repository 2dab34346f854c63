package io.github.vramguard.field;

import java.util.Map;

/** What a verdict has to be. */
final class Expectation {

    /** A bit more than what one run of a test may leave behind: docs/pools.md#tolerances. */
    private static final Map<String, Double> PERMITTED_IN_ONE_RUN = Map.of(
            "malloc", 2.2 * (1 << 20),
            "heap", 1.1 * (1 << 20),
            "direct", 70.0 * (1 << 10),
            "metaspace", 2.2 * (1 << 20),
            "resident", 17.0 * (1 << 20),
            "threads", 0.9,
            "files", 0.9);

    /** One run cannot tell a first use from a leak, but it has to say what was used for the first time. */
    private static final String FIRST_USE = "which a first use can explain";

    private Expectation() {}

    /** Whether the verdict of a trial is not the one that its case deserves. */
    static boolean isMissed(Trial trial, Growth truth, Outcome outcome) {
        if (trial.measured().isLimit() && !outcome.verdict().equals("ERROR")) {
            return false;
        }
        boolean oneRun = trial.mode() == Mode.once || trial.mode() == Mode.second;
        return switch (outcome.verdict()) {
            case "PASSED" -> trial.measured().isMistake() && (!oneRun || truth.isAbove(PERMITTED_IN_ONE_RUN));
            case "FAILED" -> trial.measured().isClean();
            // A mistake may exhaust its library, but one that fails at once was never made
            case "LOAD FAILED" -> trial.measured().isClean() || outcome.cycles() == 0;
            case "INCONCLUSIVE" ->
                trial.mode() != Mode.once
                        || trial.measured().isClean() && !outcome.headline().contains(FIRST_USE);
            default -> true;
        };
    }

    /** Whether a case is not what its name says. */
    static boolean isMisnamed(Case measured, Growth truth) {
        return truth.cycles() == 0 || measured.isClean() != truth.perCycle().isEmpty();
    }
}
