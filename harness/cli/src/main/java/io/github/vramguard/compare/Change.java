package io.github.vramguard.compare;

/** How a test or an amount changed. */
public enum Change {
    /** It needs more memory, or fails now. */
    WORSE,
    /** It needs less memory, or no longer fails. */
    BETTER,
    /** It was measured before, and is not any more. */
    UNREAD,
    /** It is measured for the first time. */
    NEW,
    /** The test does not exist any more. */
    GONE,
    /** It differs by no more than clean runs do. */
    SAME
}
