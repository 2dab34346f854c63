package io.github.vramguard.cli.doctor;

import io.github.vramguard.memory.Pool;

/**
 * One part of a self-test.
 *
 * @param pool where memory was taken
 * @param plant what was done with it
 * @param outcome what came of it
 * @param detail the same for a person to read
 */
record SelfTestCheck(Pool pool, Plant plant, Outcome outcome, String detail) {

    /** What is done with the memory of each cycle. */
    enum Plant {
        /** It is kept, which must be caught. */
        LEAK,
        /** It is given back, which must not be blamed. */
        CONTROL
    }

    /** Whether the rule was right. */
    enum Outcome {
        /** It was. */
        PASSED,
        /** It was not: its verdicts cannot be trusted here. */
        FAILED,
        /** The pool cannot be read here, so that nobody knows. */
        NOT_TESTED
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }
}
