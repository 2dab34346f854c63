package io.github.vramguard.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A {@link LeakTest} that JUnit leaves out: on a method that is private or static, or returns a value. JUnit does so without a
 * word before 5.13, and with a warning since, so that the build would be green without a measurement.
 */
final class LeftOut {

    private LeftOut() {}

    static void refuseIn(Class<?> type) {
        ReflectionSupport.findMethods(type, LeftOut::isLeftOut, HierarchyTraversalMode.TOP_DOWN).stream()
                .findFirst()
                .ifPresent(method -> {
                    throw new ExtensionConfigurationException(
                            TestName.of(method) + " has @LeakTest and is never run, because it "
                                    + obstacle(method).orElseThrow());
                });
    }

    private static boolean isLeftOut(Method method) {
        return AnnotationSupport.isAnnotated(method, LeakTest.class)
                && obstacle(method).isPresent();
    }

    private static Optional<String> obstacle(Method method) {
        if (Modifier.isPrivate(method.getModifiers())) {
            return Optional.of("is private");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            return Optional.of("is static");
        }
        return method.getReturnType() == void.class ? Optional.empty() : Optional.of("returns a value");
    }
}
