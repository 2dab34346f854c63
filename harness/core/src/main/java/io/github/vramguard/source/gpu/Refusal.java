package io.github.vramguard.source.gpu;

import io.github.vramguard.memory.Reading.Gap;
import io.github.vramguard.memory.Reading.Reason;

/** A driver that cannot be asked at all. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /**
     * A refusal.
     *
     * @param reason {@link Reason#NOT_PRESENT} if the machine has no such GPU
     * @param detail what was tried and what would help, for a person to read
     */
    public Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /**
     * The refusal as a reading.
     *
     * @return the gap
     */
    public Gap gap() {
        return new Gap(reason, String.valueOf(getMessage()));
    }
}
