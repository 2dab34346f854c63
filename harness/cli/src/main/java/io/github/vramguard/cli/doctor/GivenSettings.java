package io.github.vramguard.cli.doctor;

import io.github.vramguard.config.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings that someone gave, instead of leaving them at their defaults. */
final class GivenSettings {

    private static final String VARIABLE = variable(Settings.PREFIX);

    private GivenSettings() {}

    /** By key or variable; a variable that a system property overrules is not in effect. */
    static SortedMap<String, String> in(Properties properties, Map<String, String> environment) {
        SortedMap<String, String> given = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                given.put(name, value);
            }
        });
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(Settings.PREFIX)) {
                given.remove(variable(key));
                given.put(key, properties.getProperty(key));
            }
        }
        return given;
    }

    private static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
