package io.github.vramguard.rule;

import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.PoolOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Pools of which no reading is an amount. Where there is none to read, the pool has no part in the verdict. Where there is one and each
 * attempt failed, more gaps must not give a better verdict than one of them would.
 */
final class NeverRead {

    private static final Set<Reason> OF_THE_MOMENT =
            EnumSet.of(Reason.UNSETTLED, Reason.TIMED_OUT, Reason.UNPARSABLE, Reason.GPU_LOST);

    private NeverRead() {}

    static PoolOutcome outcome(List<Reading> gaps) {
        boolean failed =
                gaps.stream().anyMatch(reading -> reading instanceof Gap gap && OF_THE_MOMENT.contains(gap.reason()));
        return failed ? PoolOutcome.INCONCLUSIVE : PoolOutcome.UNREAD;
    }

    /** The series of a pool; a source that declares a pool and never answers has not been asked in vain. */
    static List<Reading> declared(Trace trace, Pool pool) {
        Origin origin = trace.origins().get(pool);
        boolean answers =
                trace.levels().stream().anyMatch(level -> level.readings().containsKey(pool));
        return origin == null || answers
                ? trace.series(pool)
                : trace.levels().stream()
                        .<Reading>map(level -> new Gap(
                                Reason.TIMED_OUT, origin.source() + " declares " + pool + " and never answered"))
                        .toList();
    }
}
