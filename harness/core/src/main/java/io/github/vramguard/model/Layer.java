package io.github.vramguard.model;

/**
 * What one layer remembers.
 *
 * @param heads the heads of which it caches a key and a value for each token
 * @param keyLength the elements of one key
 * @param valueLength the elements of one value; 0 if it is computed from the key
 * @param windowed whether it attends to a sliding window of tokens only
 * @param stateElements the elements of its recurrent state for each sequence, whatever its length
 * @param indexKeyLength the elements of one key of its indexer; 0 without one
 * @param indexValueLength the elements that are cached beside such a key
 */
record Layer(
        long heads,
        int keyLength,
        int valueLength,
        boolean windowed,
        long stateElements,
        int indexKeyLength,
        int indexValueLength) {

    static Layer withoutCache(boolean windowed, long stateElements) {
        return new Layer(0, 0, 0, windowed, stateElements, 0, 0);
    }

    long valueWidth() {
        return heads * valueLength;
    }
}
