package io.github.vramguard.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How llama-server drafts tokens ahead, which a recurrent model keeps a state for each of.
 *
 * @param tokens {@code --spec-draft-n-max}: the most tokens that are drafted; 0 if none are, or if their states are not kept
 * @param byItself whether the model drafts with its own layers for further tokens ({@code --spec-type draft-mtp}), in a context of
 *     their own
 * @param cacheTypeK {@code --cache-type-k-draft}: how the keys of the draft are stored
 * @param cacheTypeV {@code --cache-type-v-draft}: how its values are stored
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Speculation(int tokens, boolean byItself, TensorType cacheTypeK, TensorType cacheTypeV) {

    /** Nothing is drafted. */
    public static final Speculation NONE = new Speculation(0, false, TensorType.F16, TensorType.F16);

    /** Checks the number. */
    public Speculation {
        if (tokens < 0) {
            throw new IllegalArgumentException("the number of drafted tokens cannot be " + tokens);
        }
    }

    /**
     * Returns that of a model which drafts by itself ({@code draft-mtp}).
     *
     * @param tokens the most tokens that are drafted
     * @return the speculation, with keys and values of 16 bits
     */
    public static Speculation mtp(int tokens) {
        return new Speculation(tokens, true, TensorType.F16, TensorType.F16);
    }
}
