package io.github.vramguard.compare;

/** What became of a test, or of an amount. */
public enum Change {
    /** It takes or keeps more memory, or is broken now. */
    WORSE,
    /** It takes or keeps less memory, or is broken no more. */
    BETTER,
    /** It was measured, and is not any more. */
    UNREAD,
    /** It is there for the first time. */
    NEW,
    /** It is not there any more. */
    GONE,
    /** It differs by no more than clean runs do. */
    SAME
}
