package io.github.vramguard.junit;

import io.github.vramguard.run.MeasuredPool;
import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The worst of several results that are recorded as one, such as the peaks of the cycles of a leak test. */
final class WorstResult {

    private static final List<Result> BEST_FIRST =
            List.of(Result.PASSED, Result.INCONCLUSIVE, Result.NOT_JUDGED, Result.UNFINISHED, Result.FAILED);

    private static final Comparator<MeasuredTest> WORSE = Comparator.comparingInt(
                    (MeasuredTest test) -> BEST_FIRST.indexOf(test.result()))
            .thenComparingLong(WorstResult::highestPeak);

    private WorstResult() {}

    /**
     * An unfinished result is not remembered: the test will have another. A check with a single result must not use its
     * store, which is closed by now.
     */
    static MeasuredTest soFar(Check check, MeasuredTest test) {
        if (!check.isShared()) {
            return test;
        }
        Store store = check.subject().getStore(Session.NAMESPACE);
        MeasuredTest before = store.get(test.key(), MeasuredTest.class);
        MeasuredTest worst = before != null && WORSE.compare(before, test) > 0 ? before : test;
        if (worst.result() != Result.UNFINISHED) {
            store.put(test.key(), worst);
        }
        return worst;
    }

    private static long highestPeak(MeasuredTest test) {
        return test.pools().stream()
                .map(MeasuredPool::peak)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
