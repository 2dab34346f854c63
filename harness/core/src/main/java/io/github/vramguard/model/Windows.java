package io.github.vramguard.model;

import java.util.List;
import java.util.Optional;

/**
 * Which layers attend to a sliding window, and its length. Metadata can override what is usual
 * for an architecture. Architectures without a {@link Period} attend to all tokens, even if a window is in their metadata,
 * unless that lists the layers which have it.
 *
 * @param window its length in tokens; 0 if no layer has one
 * @param windowed for each layer, whether it has one
 */
record Windows(int window, List<Boolean> windowed) {

    private static final String WINDOW = "attention.sliding_window";
    private static final String PATTERN = "attention.sliding_window_pattern";

    Windows {
        windowed = List.copyOf(windowed);
    }

    static Windows of(Hyperparameters model, Architecture architecture, int layers) throws GgufException {
        Period period = period(model, architecture, layers).orElse(Period.NONE);
        int window = period.window(model.orElse(WINDOW, period.usualWindow()));
        List<Boolean> windowed = window > 0 && model.hasList(PATTERN)
                ? listed(model, layers)
                : (window > 0 ? period : Period.NONE).windowed(layers).toList();
        return new Windows(windowed.contains(true) ? window : 0, windowed);
    }

    private static Optional<Period> period(Hyperparameters model, Architecture architecture, int layers)
            throws GgufException {
        Optional<Period> usual = architecture.period().filter(each -> each.isOf(layers));
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
}
