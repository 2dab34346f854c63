package io.github.vramguard.cli.model;

import io.github.vramguard.model.ContextSettings;

/** What the prediction assumes, in one line. */
final class Assumption {

    private static final int USUAL_BATCH = 512;

    private Assumption() {}

    static String of(ContextSettings settings) {
        return "for " + sequences(settings) + ", " + settings.cacheTypeK() + "/" + settings.cacheTypeV()
                + ", flash attention " + (settings.flashAttention() ? "on" : "off")
                + (settings.ubatch() == USUAL_BATCH ? "" : ", " + settings.ubatch() + " tokens at once")
                + (settings.swaFull() ? ", windows in full" : "");
    }

    private static String sequences(ContextSettings settings) {
        if (settings.parallel() == 1) {
            return "1 sequence";
        }
        return settings.parallel() + " sequences"
                + (settings.unified() ? " that share one cache" : " with a cache each");
    }
}
