package io.github.vramguard.config;

import io.github.vramguard.measure.Settling;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.verdict.Preset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The settings of a user. Every setting has one name, {@code vramguard.…}, as a system property, as a configuration parameter
 * of JUnit, and in the environment in capitals with underscores: {@code VRAMGUARD_CYCLES_MAX}.
 * {@code vramguard.strict=true} sets both {@code vramguard.inconclusive} and {@code vramguard.unavailable} to {@code fail}.
 *
 * @param mode {@code vramguard.mode}: {@code enforce} (default), {@code report} or {@code off}
 * @param inconclusive {@code vramguard.inconclusive}: {@code warn} (default), {@code fail} or {@code ignore}
 * @param unavailable {@code vramguard.unavailable}: {@code skip} (default), {@code fail} or {@code ignore}
 * @param sources {@code vramguard.sources}: names of the only sources to ask; all by default
 * @param pools {@code vramguard.pools}: names of the only pools to measure; all that can be read by default
 * @param tolerances {@code vramguard.tolerance} for all pools of bytes, {@code vramguard.tolerance.heap} and so on for
 *     one: the growth per cycle that is tolerated
 * @param preset {@code vramguard.preset}: {@code quick}, {@code standard} (default), {@code thorough} or
 *     {@code nightly}
 * @param maxCycles {@code vramguard.cycles.max}: the number of cycles after which an undecided series ends; by default that
 *     of the preset
 * @param settling {@code vramguard.settle.window}, {@code .gpu-window} and {@code .timeout}, in milliseconds
 * @param samplingInterval {@code vramguard.sampling.interval} between two samples for a peak, 50 ms by default
 * @param reporting {@code vramguard.report.*}, {@code vramguard.message}, {@code vramguard.baseline.*} and {@code vramguard.backend}
 */
public record Settings(
        Mode mode,
        WhenInconclusive inconclusive,
        WhenUnavailable unavailable,
        Set<String> sources,
        SortedSet<Pool> pools,
        Map<Pool, Long> tolerances,
        Preset preset,
        int maxCycles,
        Settling settling,
        Duration samplingInterval,
        Reporting reporting) {

    /** The prefix of every key. */
    public static final String PREFIX = KnownKeys.PREFIX;

    private static final int MOST_CYCLES = 1000;

    /** Copies the collections. */
    public Settings {
        sources = Set.copyOf(sources);
        pools = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
        tolerances = Map.copyOf(tolerances);
    }

    /**
     * What holds without configuration.
     *
     * @return the defaults
     */
    public static Settings defaults() {
        return of(Map.of());
    }

    /**
     * The settings of the system properties and the environment of this process.
     *
     * @return the settings
     * @throws IllegalArgumentException if a key is unknown or a value is not accepted; the message names the key, the
     *     value and what is accepted
     */
    public static Settings ofProcess() {
        return from(
                key -> Optional.ofNullable(System.getProperty(key)),
                System.getProperties().stringPropertyNames());
    }

    /**
     * Settings from a place of the caller's, and from the environment where that has nothing.
     *
     * @param parameters the value of a key, or empty
     * @param names the keys that are set there; those without the prefix are left alone
     * @return the settings
     * @throws IllegalArgumentException if a key is unknown or a value is not accepted; the message names the key, the
     *     value and what is accepted
     */
    public static Settings from(Function<String, Optional<String>> parameters, Collection<String> names) {
        Keys keys = Keys.of(parameters, System.getenv());
        keys.refuseUnknown(names);
        return read(keys);
    }

    /**
     * Returns the given settings alone: neither system properties nor the environment count.
     *
     * @param values the values by key, such as {@code vramguard.tolerance.heap}
     * @return the settings
     * @throws IllegalArgumentException if a key is unknown or a value is not accepted; the message names the key, the
     *     value and what is accepted
     */
    public static Settings of(Map<String, String> values) {
        Keys keys = Keys.of(key -> Optional.ofNullable(values.get(key)), Map.of());
        keys.refuseUnknown(values.keySet());
        return read(keys);
    }

    static Settings read(Keys keys) {
        boolean strict = keys.oneOf("strict", Map.of("true", true, "false", false), false);
        WhenInconclusive inconclusive =
                keys.oneOf("inconclusive", Keys.byName(WhenInconclusive.values()), WhenInconclusive.WARN);
        WhenUnavailable unavailable =
                keys.oneOf("unavailable", Keys.byName(WhenUnavailable.values()), WhenUnavailable.SKIP);
        Preset preset = keys.oneOf("preset", Keys.byName(Preset.values()), Preset.STANDARD);
        return new Settings(
                keys.oneOf("mode", Keys.byName(Mode.values()), Mode.ENFORCE),
                strict ? WhenInconclusive.FAIL : inconclusive,
                strict ? WhenUnavailable.FAIL : unavailable,
                keys.names("sources"),
                keys.pools("pools"),
                keys.tolerances("tolerance"),
                preset,
                keys.number("cycles.max", preset.fewestCycles(), MOST_CYCLES, preset.mostCycles()),
                keys.settling("settle", Settling.DEFAULT),
                keys.millis("sampling.interval", Duration.ofMillis(50)),
                reporting(keys));
    }

    private static Reporting reporting(Keys keys) {
        return new Reporting(
                keys.directory("report.dir").orElseGet(() -> Reporting.usualDirectory(Path.of(""))),
                keys.formats("report.formats", EnumSet.of(ReportFormat.HTML, ReportFormat.GITHUB)),
                keys.oneOf("message", Keys.byName(MessageForm.values()), MessageForm.SHORT),
                keys.directory("baseline.dir"),
                keys.oneOf("baseline.update", Keys.byName(BaselineUpdate.values()), BaselineUpdate.NO),
                keys.value("backend").orElse(""));
    }
}
