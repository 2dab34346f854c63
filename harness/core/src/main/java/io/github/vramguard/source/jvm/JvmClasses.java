package io.github.vramguard.source.jvm;

import java.util.List;
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

    /** The number of objects of a class, garbage included: if there is one, the class is initialized. */
    static long objectsOf(String name) {
        return DiagnosticCommand.run("gcClassHistogram", "-all").stream()
                .flatMap(String::lines)
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(row -> row.size() >= 4 && row.get(3).equals(name))
                .mapToLong(row -> Long.parseLong(row.get(1)))
                .sum();
    }

    /** Finds a class that is loaded and initialized; empty if its loader is not among those that tests commonly use. */
    static Optional<Class<?>> find(String name) {
        return loaderOf(name)
                .filter(loader -> areOne(name) && objectsOf(name) > 0)
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
