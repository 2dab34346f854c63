package io.github.vramguard.junit;

import java.lang.System.Logger.Level;

/** Writes to the log named {@code io.github.vramguard}. */
final class Logging {

    private static final System.Logger LOGGER = System.getLogger("io.github.vramguard");

    private Logging() {}

    static void info(Object text) {
        LOGGER.log(Level.INFO, "{0}", text);
    }

    static void warn(Object text) {
        LOGGER.log(Level.WARNING, "{0}", text);
    }

    static void debug(String text, Exception cause) {
        LOGGER.log(Level.DEBUG, text, cause);
    }
}
