package io.github.vramguard.junit;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a test is called in records and baselines, read back: whether its class and its method are still there.
 *
 * @param text the id and the check, for instance {@code com.acme.ModelTests#loads() @LeakTest}
 */
record TestKey(String text) {

    private static final Pattern KEY = Pattern.compile("([^#\\[\\s]*)(?:#([^)]*\\)))?");

    private Matcher parts() {
        Matcher parts = KEY.matcher(text);
        if (!parts.lookingAt()) {
            throw new IllegalStateException("a pattern that matches nothing matches anything, and not " + text);
        }
        return parts;
    }

    private String className() {
        return parts().group(1);
    }

    String packageName() {
        return className().substring(0, Math.max(0, className().lastIndexOf('.')));
    }

    /** Whether the class is on the class path and has no such method. */
    boolean isGone() {
        String method = parts().group(2);
        return method != null && type().filter(type -> !hasMethod(type, method)).isPresent();
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

    private static boolean hasMethod(Class<?> type, String signature) {
        return Stream.<Class<?>>iterate(type, here -> here != null, Class::getSuperclass)
                .flatMap(here ->
                        Stream.concat(Arrays.stream(here.getDeclaredMethods()), Arrays.stream(here.getMethods())))
                .map(TestCases::signature)
                .anyMatch(signature::equals);
    }
}
