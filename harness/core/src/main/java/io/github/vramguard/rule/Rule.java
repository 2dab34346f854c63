package io.github.vramguard.rule;

import io.github.vramguard.memory.Trace;
import io.github.vramguard.verdict.Verdict;

/** Judges a trace. A rule is a pure function: the same trace gets the same verdict, and adding a constant changes nothing. */
@FunctionalInterface
public interface Rule {

    /**
     * Judges a trace.
     *
     * @param trace settled levels, the first before the first cycle
     * @return the verdict
     */
    Verdict judge(Trace trace);
}
