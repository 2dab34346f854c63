package io.github.vramguard.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which layers attend to a sliding window, and its length in tokens; 0 if none does. The periods of architectures are
 * those of {@code load_arch_hparams} in {@code src/models} of llama.cpp v0.5.0, where metadata can override them.
 * Architectures that are not listed attend to all tokens, even if a window is in their metadata.
 */
record Windows(int window, List<Boolean> windowed) {

    private static final String WINDOW = "attention.sliding_window";
    private static final String PATTERN = "attention.sliding_window_pattern";

    private static final Map<String, Period> PERIODS = Map.of(
            "afmoe", new Period(4, 0, false),
            "cohere2", new Period(4, 0, false),
            "exaone4", new Period(4, 0, false),
            "gemma2", new Period(2, 4096, false),
            "gemma3", new Period(6, 0, false),
            "gemma3n", new Period(5, 0, false),
            "gpt-oss", new Period(2, 0, false),
            "llama4", new Period(4, 8192, false),
            "olmo2", new Period(4, 0, false),
            "smallthinker", new Period(4, 0, true));

    Windows {
        windowed = List.copyOf(windowed);
    }

    static Windows of(Hyperparameters model, int layers) throws GgufException {
        Optional<Period> period = period(model);
        int window = model.orElse(WINDOW, period.map(Period::usualWindow).orElse(0));
        if (window > 0 && model.hasList(PATTERN)) {
            return new Windows(window, listed(model, layers));
        }
        return window > 0 && period.isPresent()
                ? new Windows(window, period.get().windowed(layers))
                : new Windows(0, Period.NONE.windowed(layers));
    }

    private static Optional<Period> period(Hyperparameters model) throws GgufException {
        Optional<Period> usual = Optional.ofNullable(PERIODS.get(model.architecture()));
        if (model.hasList(PATTERN)) {
            return usual;
        }
        return model.optional(PATTERN)
                .map(usual.orElse(Period.NONE)::withLength)
                .or(() -> usual);
    }

    private static List<Boolean> listed(Hyperparameters model, int layers) throws GgufException {
        return model.perLayer(PATTERN, layers, 0).stream()
                .map(flag -> flag != 0)
                .toList();
    }

    /** One layer of a period attends to all tokens: the last, or the first if that is the dense one. */
    private record Period(int length, int usualWindow, boolean denseFirst) {

        static final Period NONE = new Period(1, 0, false);

        Period withLength(int other) {
            return new Period(other, usualWindow, denseFirst);
        }

        List<Boolean> windowed(int layers) {
            List<Boolean> windowed = new ArrayList<>();
            for (int layer = 0; layer < layers; layer++) {
                windowed.add(isWindowed(layer));
            }
            return windowed;
        }

        private boolean isWindowed(int layer) {
            return length == 0 || layer % length != (denseFirst ? 0 : length - 1);
        }
    }
}
