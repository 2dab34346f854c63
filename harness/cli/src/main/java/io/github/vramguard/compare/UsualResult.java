package io.github.vramguard.compare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The most frequent verdict on a test. */
final class UsualResult {

    /** From best to worst; results without a verdict are last. */
    private static final List<Result> ORDER =
            List.of(Result.PASSED, Result.INCONCLUSIVE, Result.FAILED, Result.NOT_JUDGED, Result.UNFINISHED);

    private UsualResult() {}

    /**
     * The most frequent result of the runs that judged it, or of all where none did; of two as frequent the worse. So a test
     * that fails in half of them has failed.
     */
    static Result of(List<MeasuredTest> runs) {
        List<MeasuredTest> judged =
                runs.stream().filter(MeasuredTest::hasVerdict).toList();
        Map<Result, Long> counts =
                (judged.isEmpty() ? runs : judged).stream().collect(groupingBy(MeasuredTest::result, counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Result, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparingInt(ORDER::indexOf)))
                .orElseThrow()
                .getKey();
    }
}
