package io.github.vramguard.history;

/**
 * What a commit measured.
 *
 * @param commit the commit
 * @param amount the median of its runs
 */
public record Point(Commit commit, long amount) {}
