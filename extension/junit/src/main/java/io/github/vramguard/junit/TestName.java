package io.github.vramguard.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The name of a test in messages: of a build with many classes, a method alone says little. */
final class TestName {

    private TestName() {}

    /** For instance {@code ModelTests.answers()}, or {@code ModelTests} where the whole class is meant. */
    static String of(ExtensionContext context) {
        String type = context.getTestClass().map(TestName::of).orElseGet(context::getDisplayName);
        return context.getTestMethod()
                .map(method -> type + "." + method.getName() + "()")
                .orElse(type);
    }

    static String of(Method method) {
        return of(method.getDeclaringClass()) + "." + method.getName() + "()";
    }

    /** With the classes around it, and without the package. */
    private static String of(Class<?> type) {
        return Optional.ofNullable(type.getEnclosingClass())
                .map(around -> of(around) + "." + type.getSimpleName())
                .orElseGet(type::getSimpleName);
    }
}
