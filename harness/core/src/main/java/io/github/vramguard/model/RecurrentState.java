package io.github.vramguard.model;

import static java.lang.Math.addExact;
import static java.lang.Math.multiplyExact;

import java.util.List;

/**
 * The elements of a recurrent state, of one layer and for one sequence: {@code llama_hparams::n_embd_r} and
 * {@code n_embd_s} in {@code src/llama-hparams.cpp} of llama.cpp v0.5.0. The numbers that they follow from must be there.
 */
enum RecurrentState {
    NONE,
    /** Mamba and what is built from it. */
    STATE_SPACE,
    /** Mamba-2, and gated delta nets. */
    GROUPED_STATE_SPACE,
    WKV,
    SHORT_CONVOLUTION,
    DELTA_ATTENTION,
    /** A matrix for each head. */
    LINEAR_ATTENTION;

    private static final String CONVOLUTION = "ssm.conv_kernel";
    private static final String STATE = "ssm.state_size";
    private static final String INNER = "ssm.inner_size";
    private static final String GROUPS = "ssm.group_count";
    private static final String WKV_HEAD = "wkv.head_size";
    private static final String SHORT_KERNEL = "shortconv.l_cache";
    private static final String KDA_HEAD = "kda.head_dim";

    /** That of an architecture which is not known; none if it has no number of any. */
    static RecurrentState guessed(Hyperparameters model) throws GgufException {
        if (model.orElse(WKV_HEAD, 0) > 0) {
            return WKV;
        }
        if (model.orElse(SHORT_KERNEL, 0) > 0) {
            return SHORT_CONVOLUTION;
        }
        if (model.orElse(KDA_HEAD, 0) > 0) {
            return DELTA_ATTENTION;
        }
        if (model.orElse(STATE, 0) == 0) {
            return NONE;
        }
        return model.orElse(GROUPS, 0) > 0 ? GROUPED_STATE_SPACE : STATE_SPACE;
    }

    /** The keys of the metadata that a model must have. */
    List<String> needed() {
        return switch (this) {
            case NONE, LINEAR_ATTENTION -> List.of();
            case STATE_SPACE -> List.of(CONVOLUTION, STATE, INNER);
            case GROUPED_STATE_SPACE -> List.of(CONVOLUTION, STATE, INNER, GROUPS);
            case WKV -> List.of(WKV_HEAD);
            case SHORT_CONVOLUTION -> List.of(SHORT_KERNEL);
            case DELTA_ATTENTION -> List.of(CONVOLUTION, KDA_HEAD);
        };
    }

    long elements(Hyperparameters model, int embedding, int heads) throws GgufException {
        for (String key : needed()) {
            model.positive(key);
        }
        return switch (this) {
            case NONE -> 0;
            case STATE_SPACE, GROUPED_STATE_SPACE -> selectiveStateSpace(model);
            case WKV ->
                multiplyExact((long) embedding, model.orElse("token_shift_count", 2) + (long) model.required(WKV_HEAD));
            case SHORT_CONVOLUTION -> multiplyExact((long) embedding, model.required(SHORT_KERNEL) - 1);
            case DELTA_ATTENTION -> deltaAttention(model, model.required(KDA_HEAD), heads);
            case LINEAR_ATTENTION ->
                linearAttention(model.orElse("attention.key_length", embedding / Math.max(1, heads)), heads);
        };
    }

    private static long linearAttention(int head, int heads) {
        return multiplyExact(multiplyExact((long) head, head), heads);
    }

    private static long deltaAttention(Hyperparameters model, int head, int heads) throws GgufException {
        long width = multiplyExact((long) head, heads);
        long convolution = multiplyExact(multiplyExact(3L, convolved(model)), width);
        return addExact(convolution, multiplyExact(width, head));
    }

    private static long selectiveStateSpace(Hyperparameters model) throws GgufException {
        long convolution = multiplyExact(convolved(model), convolutionWidth(model));
        long state = multiplyExact((long) model.required(STATE), model.required(INNER));
        return addExact(convolution, state);
    }

    /** What the computation of one token holds, with numbers fitted to the 252 printed sizes: see {@link ComputeBuffer}. */
    long elementsOfToken(Hyperparameters model, Recurrence recurrence, int embedding) throws GgufException {
        if (this == WKV) {
            return 20L * embedding;
        }
        boolean scans = recurrence != Recurrence.BETWEEN_FULL_ATTENTION;
        long scanned = scans ? 4L * model.orElse(INNER, 0) : 0;
        return addExact(multiplyExact(3L, convolutionWidth(model)), scanned + embedding);
    }

    private static long convolutionWidth(Hyperparameters model) throws GgufException {
        long groups = multiplyExact(2L * model.orElse(GROUPS, 0), model.orElse(STATE, 0));
        return addExact(groups, model.orElse(INNER, 0));
    }

    /** The tokens before the current one that a convolution looks at. */
    private static long convolved(Hyperparameters model) throws GgufException {
        return Math.max(0, model.required(CONVOLUTION) - 1);
    }
}
