package io.github.vramguard.field;

import java.util.List;
import java.util.Map;

/** What a user has set. */
enum Flags {
    /** All that docs/settings.md recommends. */
    rec(
            List.of(
                    "-Xms256m",
                    "-Xmx256m",
                    "-XX:+AlwaysPreTouch",
                    "-XX:NativeMemoryTracking=summary",
                    "--enable-native-access=ALL-UNNAMED"),
            Map.of("MALLOC_ARENA_MAX", "2")),
    /** Nothing. */
    none(List.of(), Map.of());

    final List<String> options;
    final Map<String, String> environment;

    Flags(List<String> options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }
}
