package io.github.vramguard.explain;

import io.github.vramguard.verdict.Finding;
import io.github.vramguard.verdict.Verdict;
import java.util.List;

/** What can be done about more than is remembered of an earlier run. */
public final class BaselineAdvice {

    private BaselineAdvice() {}

    /**
     * What to do about a verdict.
     *
     * @param verdict the verdict
     * @return a sentence, or none where nothing is more than is remembered
     */
    public static List<String> of(Verdict verdict) {
        boolean isMore = verdict instanceof Verdict.Failed broken
                && broken.findings().stream().anyMatch(Finding.OverRemembered.class::isInstance);
        return isMore
                ? List.of(
                        "if it is meant to take more, run the test once with -Dvramguard.baseline.update=all, and commit"
                                + " what that changes in vramguard.baseline.dir")
                : List.of();
    }
}
