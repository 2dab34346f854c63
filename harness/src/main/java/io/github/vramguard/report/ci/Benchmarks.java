package io.github.vramguard.report.ci;

import io.github.vramguard.run.MeasuredTest;
import io.github.vramguard.run.Result;
import io.github.vramguard.run.Run;
import java.util.List;
import java.util.Set;

/** The tests whose amounts can be followed from run to run: what was cut short has other amounts for other reasons. */
final class Benchmarks {

    private static final Set<Result> CUT_SHORT = Set.of(Result.NOT_JUDGED, Result.UNFINISHED);

    private Benchmarks() {}

    static List<MeasuredTest> of(Run run) {
        return run.tests().stream()
                .filter(test -> !CUT_SHORT.contains(test.result()))
                .toList();
    }
}
