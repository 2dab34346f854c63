package io.github.vramguard.model;

import static java.lang.Math.addExact;
import static java.lang.Math.multiplyExact;

/**
 * The elements of a recurrent state, of one layer and for one sequence: {@code llama_hparams::n_embd_r} and
 * {@code n_embd_s} in {@code src/llama-hparams.cpp} of llama.cpp v0.5.0.
 */
final class RecurrentState {

    private RecurrentState() {}

    static long elements(Hyperparameters model, int embedding, int heads) throws GgufException {
        int wkvHead = model.orElse("wkv.head_size", 0);
        if (wkvHead > 0) {
            return multiplyExact((long) embedding, (long) model.orElse("token_shift_count", 2) + wkvHead);
        }
        int shortConvolution = model.orElse("shortconv.l_cache", 0);
        if (shortConvolution > 0) {
            return multiplyExact((long) embedding, shortConvolution - 1);
        }
        int kdaHead = model.orElse("kda.head_dim", 0);
        if (kdaHead > 0) {
            return deltaAttention(model, kdaHead, heads);
        }
        return model.architecture().equals("minimax-01")
                ? linearAttention(model.orElse("attention.key_length", embedding / Math.max(1, heads)), heads)
                : selectiveStateSpace(model);
    }

    /** A matrix for each head. */
    private static long linearAttention(int head, int heads) {
        return multiplyExact(multiplyExact((long) head, head), heads);
    }

    private static long deltaAttention(Hyperparameters model, int head, int heads) throws GgufException {
        long width = multiplyExact((long) head, heads);
        long convolution = multiplyExact(multiplyExact(3L, convolved(model)), width);
        return addExact(convolution, multiplyExact(width, head));
    }

    /** Mamba, Mamba-2 and what is built from them. */
    private static long selectiveStateSpace(Hyperparameters model) throws GgufException {
        long convolution = multiplyExact(convolved(model), convolutionWidth(model));
        long state = multiplyExact((long) model.orElse("ssm.state_size", 0), model.orElse("ssm.inner_size", 0));
        return addExact(convolution, state);
    }

    /** What the computation of one token holds, with numbers fitted to the 252 printed sizes: see {@link ComputeBuffer}. */
    static long elementsOfToken(Hyperparameters model, int embedding) throws GgufException {
        if (model.orElse("wkv.head_size", 0) > 0) {
            return 20L * embedding;
        }
        boolean scans = Recurrence.of(model.architecture()) != Recurrence.BETWEEN_FULL_ATTENTION;
        long scanned = scans ? 4L * model.orElse("ssm.inner_size", 0) : 0;
        return addExact(multiplyExact(3L, convolutionWidth(model)), scanned + embedding);
    }

    private static long convolutionWidth(Hyperparameters model) throws GgufException {
        long groups = multiplyExact(2L * model.orElse("ssm.group_count", 0), model.orElse("ssm.state_size", 0));
        return addExact(groups, model.orElse("ssm.inner_size", 0));
    }

    /** The tokens before the current one that a convolution looks at. */
    private static long convolved(Hyperparameters model) throws GgufException {
        return Math.max(0, model.orElse("ssm.conv_kernel", 0) - 1);
    }
}
