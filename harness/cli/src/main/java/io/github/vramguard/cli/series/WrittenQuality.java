package io.github.vramguard.cli.series;

import io.github.vramguard.memory.Origin.Quality;
import java.util.Locale;

/** Whether levels include other memory, as a column of a file says. */
final class WrittenQuality {

    private WrittenQuality() {}

    /**
     * Returns the quality of that name.
     *
     * @throws IllegalArgumentException if it is neither {@code exact} nor {@code mixed}
     */
    static Quality parse(String text) {
        return switch (text) {
            case "", "exact" -> Quality.EXACT;
            case "mixed" -> Quality.MIXED;
            default -> throw new IllegalArgumentException("\"" + text + "\" is not a quality; use exact or mixed");
        };
    }

    static String of(Quality quality) {
        return quality.name().toLowerCase(Locale.ROOT);
    }
}
