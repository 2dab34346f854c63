package io.github.vramguard.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a user. Every setting has one name, {@code vramguard.…}, as a system property, as a configuration parameter
 * of JUnit, and in the environment in capitals with underscores: {@code VRAMGUARD_CYCLES_MAX}.
 *
 * @param policy what a verdict does
 * @param measuring what is measured, and when memory has settled
 * @param judging how much evidence a verdict needs
 * @param reporting {@code vramguard.report.*}, {@code vramguard.message}, {@code vramguard.baseline.*} and {@code vramguard.backend}
 */
public record Settings(Policy policy, Measuring measuring, Judging judging, Reporting reporting) {

    /** The prefix of every key. */
    public static final String PREFIX = KnownKeys.PREFIX;

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
        return new Settings(Policy.read(keys), Measuring.read(keys), Judging.read(keys), Reporting.read(keys));
    }
}
