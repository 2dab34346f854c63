package io.github.vramguard.cli.model;

import io.github.vramguard.model.ContextSettings;
import io.github.vramguard.model.Speculation;

/** What the prediction assumes, in one line. */
final class Assumption {

    private static final int USUAL_BATCH = 512;

    private Assumption() {}

    static String of(ContextSettings settings) {
        return "for " + sequences(settings) + ", " + settings.cacheTypeK() + "/" + settings.cacheTypeV()
                + ", flash attention " + (settings.flashAttention() ? "on" : "off")
                + (settings.ubatch() == USUAL_BATCH ? "" : ", " + settings.ubatch() + " tokens at once")
                + (settings.swaFull() ? ", windows in full" : "")
                + speculation(settings.speculation());
    }

    private static String speculation(Speculation drafted) {
        String by = drafted.byItself() ? " by the model itself (draft-mtp)" : "";
        return drafted.tokens() == 0 ? "" : ", up to " + drafted.tokens() + " tokens drafted" + by;
    }

    private static String sequences(ContextSettings settings) {
        if (settings.parallel() == 1) {
            return "1 sequence";
        }
        return settings.parallel() + " sequences"
                + (settings.unified() ? " that share one cache" : " with a cache each");
    }
}
