package io.github.vramguard.source.jvm;

import java.util.Optional;
import java.util.stream.Stream;

/** The classes that this JVM has loaded. Asking for one never loads it. */
final class JvmClasses {

    private JvmClasses() {}

    /** Whether a class has been loaded by exactly one class loader. To ask the JVM is dear, so that the class path is asked first. */
    static boolean haveOne(String name) {
        return loaderOf(name).isPresent() && areOne(name);
    }

    private static boolean areOne(String name) {
        return DiagnosticCommand.run("vmClassHierarchy", name).stream()
                        .flatMap(String::lines)
                        .filter(line -> line.contains("--" + name + "/"))
                        .count()
                == 1;
    }

    /** Finds a class that is loaded and initialized; empty if its loader is not among those that tests commonly use. */
    static Optional<Class<?>> find(String name) {
        return loaderOf(name)
                .filter(loader -> areOne(name) && LiveObjects.of(name) > 0)
                .<Class<?>>flatMap(loader -> find(name, loader))
                .filter(found -> areOne(name));
    }

    private static Optional<ClassLoader> loaderOf(String name) {
        String file = name.replace('.', '/') + ".class";
        return loaders().filter(loader -> loader.getResource(file) != null).findFirst();
    }

    private static Optional<Class<?>> find(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError notThere) {
            return Optional.empty();
        }
    }

    /** Those through which a test reaches its libraries. */
    private static Stream<ClassLoader> loaders() {
        return Stream.concat(
                        Stream.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Stream.of(ClassLoader.getSystemClassLoader()))
                .distinct();
    }
}
