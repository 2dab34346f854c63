package io.github.vramguard.gpucheck;

import io.github.vramguard.gpucheck.Outcome.Grade;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;
import java.util.Set;

/** There is a gap where a claim needs an amount. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    /** What a driver and a machine may refuse, and this library may not mend. */
    private static final Set<Reason> REFUSALS = Set.of(
            Reason.NOT_SUPPORTED,
            Reason.NOT_AVAILABLE,
            Reason.NO_PERMISSION,
            Reason.DISABLED,
            Reason.NAMESPACE_UNTRUSTED);

    private final Reason reason;

    private Unreadable(Gap gap) {
        super(gap.reason() + ": " + gap.detail(), null, false, false);
        this.reason = gap.reason();
    }

    /** The bytes of a reading. */
    static long bytes(Reading reading) throws Unreadable {
        if (reading instanceof Gap gap) {
            throw new Unreadable(gap);
        }
        return reading.amount().orElseThrow();
    }

    Outcome outcome() {
        return new Outcome(REFUSALS.contains(reason) ? Grade.NOT_CHECKED : Grade.FAIL, String.valueOf(getMessage()));
    }
}
