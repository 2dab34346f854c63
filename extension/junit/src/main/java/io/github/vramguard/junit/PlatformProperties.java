package io.github.vramguard.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * Lists the names of JUnit's configuration parameters, to find a misspelt one. JUnit lets an extension read a parameter, but not
 * list their names.
 */
final class PlatformProperties {

    private static final String FILE = "junit-platform.properties";

    private PlatformProperties() {}

    static Set<String> names() {
        Set<String> names = new HashSet<>(System.getProperties().stringPropertyNames());
        names.addAll(file().stringPropertyNames());
        return names;
    }

    private static Properties file() {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
        return properties;
    }
}
