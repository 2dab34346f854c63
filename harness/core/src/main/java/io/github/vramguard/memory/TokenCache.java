package io.github.vramguard.memory;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the context of a model caches, computed from its file. Growth inside cycles, and growth of a prompt cache, is compared
 * with it.
 *
 * @param bytesPerToken keys and values of each token in the layers that remember all of them
 * @param window what layers with a sliding window cache besides
 * @param stateBytes the recurrent state of one sequence, however long it is
 * @param reserved the bytes that are taken for the whole context when the model is loaded; empty where that is not known
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record TokenCache(long bytesPerToken, Window window, long stateBytes, OptionalLong reserved) {

    /**
     * What layers with a sliding window cache of one sequence.
     *
     * @param bytesPerToken keys and values of each token in these layers
     * @param tokens the most tokens that they hold
     */
    public record Window(long bytesPerToken, long tokens) {

        /** No layer has a window. */
        public static final Window NONE = new Window(0, 0);

        private double bytes(long sequence) {
            return (double) bytesPerToken * Math.min(sequence, tokens);
        }
    }

    /**
     * A cache that takes the same for each token.
     *
     * @param bytesPerToken keys and values of each token
     * @param reserved the bytes that are taken at load; empty where that is not known
     */
    public TokenCache(long bytesPerToken, OptionalLong reserved) {
        this(bytesPerToken, Window.NONE, 0, reserved);
    }

    /**
     * What one sequence takes.
     *
     * @param tokens its length
     * @return the size in bytes
     */
    public double bytes(long tokens) {
        return (double) bytesPerToken * tokens + boundedBytes(tokens);
    }

    /**
     * The part of that which has an end: windows and state. llama-server copies it as a checkpoint.
     *
     * @param tokens the length of the sequence
     * @return the size in bytes
     */
    public double boundedBytes(long tokens) {
        return window.bytes(tokens) + stateBytes;
    }

    /**
     * The same where it is not known what was taken at load.
     *
     * @return the cache
     */
    public TokenCache withoutReserved() {
        return new TokenCache(bytesPerToken, window, stateBytes, OptionalLong.empty());
    }
}
