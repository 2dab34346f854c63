package io.github.vramguard.cli.doctor;

import io.github.vramguard.memory.Pool;

/**
 * One part of a self-test.
 *
 * @param pool where memory was taken
 * @param plant what was done with the memory
 * @param outcome the outcome
 * @param detail the outcome as text
 */
record SelfTestCheck(Pool pool, Plant plant, Outcome outcome, String detail) {

    /** What is done with the memory of each cycle. */
    enum Plant {
        /** It is retained, which must be detected. */
        LEAK,
        /** It is released, which must pass. */
        CONTROL
    }

    /** Whether the rule judged correctly. */
    enum Outcome {
        /** It did. */
        PASSED,
        /** It did not: its verdicts cannot be trusted on this machine. */
        FAILED,
        /** The pool cannot be read on this machine. */
        NOT_TESTED
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
