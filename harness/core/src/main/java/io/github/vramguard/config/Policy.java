package io.github.vramguard.config;

import java.util.Map;

/**
 * What a verdict does. {@code vramguard.strict=true} sets both {@code vramguard.inconclusive} and
 * {@code vramguard.unavailable} to {@code fail}.
 *
 * @param mode {@code vramguard.mode}: {@code enforce} (default), {@code report} or {@code off}
 * @param inconclusive {@code vramguard.inconclusive}: {@code warn} (default), {@code fail} or {@code ignore}
 * @param unavailable {@code vramguard.unavailable}: {@code skip} (default), {@code fail} or {@code ignore}
 */
public record Policy(Mode mode, WhenInconclusive inconclusive, WhenUnavailable unavailable) {

    static Policy read(Keys keys) {
        boolean strict = keys.oneOf("strict", Map.of("true", true, "false", false), false);
        WhenInconclusive inconclusive =
                keys.oneOf("inconclusive", Keys.byName(WhenInconclusive.values()), WhenInconclusive.WARN);
        WhenUnavailable unavailable =
                keys.oneOf("unavailable", Keys.byName(WhenUnavailable.values()), WhenUnavailable.SKIP);
        return new Policy(
                keys.oneOf("mode", Keys.byName(Mode.values()), Mode.ENFORCE),
                strict ? WhenInconclusive.FAIL : inconclusive,
                strict ? WhenUnavailable.FAIL : unavailable);
    }
}
