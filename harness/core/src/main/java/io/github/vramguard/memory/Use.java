package io.github.vramguard.memory;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that a target has used by now. Its first use may keep memory, which its further uses do not.
 *
 * @param kind what it is
 * @param name its name; empty for classes
 * @param amount mapped bytes of a library, or how many there are
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record Use(Kind kind, String name, long amount) {

    /** What can be used for the first time. */
    public enum Kind {
        /** A shared library with code. */
        LIBRARY,
        /** All classes that were ever loaded. */
        CLASSES,
        /** A file that a runtime opens once and keeps open, such as the archive of a class. */
        FILE,
        /** An optimizing compiler of the JVM that is at work just now: until it has finished, it holds memory of its own. */
        COMPILER
    }

    /**
     * Returns the use of a library.
     *
     * @param name the name of its file
     * @param mapped the bytes of it that are mapped
     * @return the use
     */
    public static Use library(String name, long mapped) {
        return new Use(Kind.LIBRARY, name, mapped);
    }

    /**
     * Returns the use of classes.
     *
     * @param loaded how many were loaded so far, those that were unloaded included
     * @return the use
     */
    public static Use classes(long loaded) {
        return new Use(Kind.CLASSES, "", loaded);
    }

    /**
     * Returns the use of a file that stays open.
     *
     * @param name the name of the file
     * @return the use
     */
    public static Use file(String name) {
        return new Use(Kind.FILE, name, 1);
    }

    /**
     * Returns the use of an optimizing compiler of the JVM that is at work.
     *
     * @param name the name of its thread
     * @return the use
     */
    public static Use compiler(String name) {
        return new Use(Kind.COMPILER, name, 1);
    }
}
