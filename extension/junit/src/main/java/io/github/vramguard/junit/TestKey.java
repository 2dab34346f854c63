package io.github.vramguard.junit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name of a test in records and baselines, and whether its class and its method still exist.
 *
 * @param text the id and the check, for instance {@code com.acme.ModelTests#loads() @LeakTest}
 */
record TestKey(String text) {

    private String className() {
        return text.split("[#\\[\\s]", 2)[0];
    }

    String packageName() {
        return className().substring(0, Math.max(0, className().lastIndexOf('.')));
    }

    /** Whether the class is on the class path and has no such method. */
    boolean isGone() {
        boolean isOfMethod = text.startsWith("#", className().length());
        return isOfMethod
                && type().filter(type -> signatures(type).noneMatch(this::isOf)).isPresent();
    }

    /** Compares with a signature, because a name of Kotlin can contain spaces and parentheses. */
    boolean isOf(String signature) {
        String id = className() + "#" + signature;
        return (text + " ").startsWith(id + " ") || text.startsWith(id + "[");
    }

    /** Whether the class is not on the class path. */
    boolean isMissing() {
        return type().isEmpty();
    }

    private Optional<Class<?>> type() {
        try {
            return Optional.of(
                    Class.forName(className(), false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return Optional.empty();
        }
    }

    private static Stream<String> signatures(Class<?> type) {
        return Stream.<Class<?>>iterate(type, here -> here != null, Class::getSuperclass)
                .flatMap(here ->
                        Stream.concat(Arrays.stream(here.getDeclaredMethods()), Arrays.stream(here.getMethods())))
                .map(TestCases::signature);
    }
}
