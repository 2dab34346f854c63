package io.github.vramguard.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How llama.cpp sets up a context, by the names of its options.
 *
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public final class ContextSettings {

    /** {@code LLAMA_MAX_SEQ} of llama.cpp. */
    public static final int MOST_SEQUENCES = 256;

    private final ContextValues values;

    ContextSettings(
            int context,
            int parallel,
            boolean unified,
            int ubatch,
            TensorType cacheTypeK,
            TensorType cacheTypeV,
            boolean swaFull,
            boolean flashAttention) {
        this(new ContextValues(
                context, parallel, unified, ubatch, cacheTypeK, cacheTypeV, swaFull, flashAttention, Speculation.NONE));
    }

    private ContextSettings(ContextValues values) {
        this.values = values;
    }

    /**
     * Returns the defaults of llama.cpp for one sequence: keys and values of 16 bits, batches of 512 tokens, flash attention.
     *
     * @param context the tokens of context; 0 for what the model was trained for
     * @return the settings
     * @throws IllegalArgumentException if the number is negative
     */
    public static ContextSettings of(int context) {
        return new ContextSettings(context, 1, false, 512, TensorType.F16, TensorType.F16, false, true);
    }

    /**
     * Returns a builder that starts with these settings.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return {@code --ctx-size}: tokens for all sequences together; 0 for what the model was trained for} */
    public int context() {
        return values.context();
    }

    /** {@return {@code --parallel}: the number of sequences, 1 to 256} */
    public int parallel() {
        return values.parallel();
    }

    /** {@return {@code --kv-unified}: whether the sequences share one cache} */
    public boolean unified() {
        return values.unified();
    }

    /** {@return {@code --ubatch-size}, or {@code --batch-size} if that is less; llama.cpp also caps it at the context: the tokens that are computed at once} */
    public int ubatch() {
        return values.ubatch();
    }

    /** {@return {@code --cache-type-k}: how keys are stored} */
    public TensorType cacheTypeK() {
        return values.cacheTypeK();
    }

    /** {@return {@code --cache-type-v}: how values are stored} */
    public TensorType cacheTypeV() {
        return values.cacheTypeV();
    }

    /** {@return {@code --swa-full}: whether layers with a sliding window cache all tokens as well} */
    public boolean swaFull() {
        return values.swaFull();
    }

    /** {@return {@code --flash-attn}: whether attention is computed in one pass} */
    public boolean flashAttention() {
        return values.flashAttention();
    }

    /** {@return how tokens are drafted ahead} */
    public Speculation speculation() {
        return values.speculation();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContextSettings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Builds settings. What is not set is as in the settings that it started with. */
    public static final class Builder {

        private int context;
        private int parallel;
        private boolean unified;
        private int ubatch;
        private TensorType cacheTypeK;
        private TensorType cacheTypeV;
        private boolean swaFull;
        private boolean flashAttention;
        private Speculation speculation;

        private Builder(ContextSettings usual) {
            this.context = usual.context();
            this.parallel = usual.parallel();
            this.unified = usual.unified();
            this.ubatch = usual.ubatch();
            this.cacheTypeK = usual.cacheTypeK();
            this.cacheTypeV = usual.cacheTypeV();
            this.swaFull = usual.swaFull();
            this.flashAttention = usual.flashAttention();
            this.speculation = usual.speculation();
        }

        /**
         * Sets {@code --ctx-size}.
         *
         * @param number tokens for all sequences together; 0 for what the model was trained for
         * @return this
         */
        public Builder context(int number) {
            this.context = number;
            return this;
        }

        /**
         * Sets {@code --parallel}.
         *
         * @param number the number of sequences, 1 to 256
         * @return this
         */
        public Builder parallel(int number) {
            this.parallel = number;
            return this;
        }

        /**
         * Sets {@code --kv-unified}.
         *
         * @param on whether the sequences share one cache
         * @return this
         */
        public Builder unified(boolean on) {
            this.unified = on;
            return this;
        }

        /**
         * Sets {@code --ubatch-size}.
         *
         * @param number the tokens that are computed at once
         * @return this
         */
        public Builder ubatch(int number) {
            this.ubatch = number;
            return this;
        }

        /**
         * Sets {@code --cache-type-k}.
         *
         * @param type how keys are stored
         * @return this
         */
        public Builder cacheTypeK(TensorType type) {
            this.cacheTypeK = type;
            return this;
        }

        /**
         * Sets {@code --cache-type-v}.
         *
         * @param type how values are stored; quantized values need flash attention
         * @return this
         */
        public Builder cacheTypeV(TensorType type) {
            this.cacheTypeV = type;
            return this;
        }

        /**
         * Sets {@code --swa-full}.
         *
         * @param on whether layers with a sliding window cache all tokens as well
         * @return this
         */
        public Builder swaFull(boolean on) {
            this.swaFull = on;
            return this;
        }

        /**
         * Sets {@code --flash-attn}.
         *
         * @param on whether attention is computed in one pass
         * @return this
         */
        public Builder flashAttention(boolean on) {
            this.flashAttention = on;
            return this;
        }

        /**
         * Sets how tokens are drafted ahead.
         *
         * @param how what llama-server does
         * @return this
         */
        public Builder speculation(Speculation how) {
            this.speculation = how;
            return this;
        }

        /**
         * Checks the settings as llama.cpp does.
         *
         * @return the settings
         * @throws IllegalArgumentException if a number is out of its range, or a cache cannot be of that type
         */
        public ContextSettings build() {
            return new ContextSettings(new ContextValues(
                    context, parallel, unified, ubatch, cacheTypeK, cacheTypeV, swaFull, flashAttention, speculation));
        }
    }
}
