package io.github.vramguard.model;

/**
 * What one layer remembers.
 *
 * @param keyWidth the elements that it caches as keys for each token
 * @param valueWidth the elements that it caches as values for each token
 * @param windowed whether it attends to a sliding window of tokens only
 * @param stateElements the elements of its recurrent state for each sequence, whatever its length
 */
record Layer(long keyWidth, long valueWidth, boolean windowed, long stateElements) {}
