package io.github.vramguard.model;

/**
 * The memory of one layer in a context, in bytes.
 *
 * @param windowed whether the layer attends to a sliding window only
 * @param bytesPerToken keys and values of one token
 * @param kvBytes keys and values of all cells
 * @param stateBytes the recurrent state of all sequences
 */
record LayerCache(boolean windowed, long bytesPerToken, long kvBytes, long stateBytes) {}
