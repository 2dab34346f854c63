package io.github.vramguard.memory;

import java.util.OptionalLong;

/**
 * What the context of a model caches, by the arithmetic of its file. Growth inside cycles is compared with it.
 *
 * @param bytesPerToken keys and values of each token
 * @param reserved the bytes that are taken for the whole context when the model is loaded; empty where that is not known
 */
public record TokenCache(long bytesPerToken, OptionalLong reserved) {

    /**
     * What some tokens take.
     *
     * @param tokens the number of tokens
     * @return the size in bytes
     */
    public double bytes(long tokens) {
        return (double) bytesPerToken * tokens;
    }
}
