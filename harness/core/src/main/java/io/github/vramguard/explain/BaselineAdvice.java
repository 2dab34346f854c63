package io.github.vramguard.explain;

import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/** What to do about a figure above its baseline. */
public final class BaselineAdvice {

    private BaselineAdvice() {}

    /**
     * Returns what to do about a verdict.
     *
     * @param verdict the verdict
     * @return a sentence, or none if no figure is above its baseline
     */
    public static List<String> of(Verdict verdict) {
        boolean isMore = verdict instanceof Verdict.Failed failed
                && failed.findings().stream().anyMatch(Finding.OverBaseline.class::isInstance);
        return isMore
                ? List.of(
                        "if the increase is intended, run the test once with -Dvramguard.baseline.update=all, and commit"
                                + " the change in vramguard.baseline.dir")
                : List.of();
    }
}
