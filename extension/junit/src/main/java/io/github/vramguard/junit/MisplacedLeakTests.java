package io.github.vramguard.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Refuses a {@link LeakTest} that JUnit leaves out: on a method that is private or static, or returns a value. Older versions of
 * JUnit do so without a word, and newer ones with a warning, so that the build would be green without a measurement. It is
 * registered as a service on the class path.
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class MisplacedLeakTests implements LauncherDiscoveryListener {

    /** For the service loader. */
    public MisplacedLeakTests() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        Stream.concat(
                        request.getSelectorsByType(ClassSelector.class).stream().map(ClassSelector::getJavaClass),
                        request.getSelectorsByType(MethodSelector.class).stream()
                                .map(MethodSelector::getJavaClass))
                .distinct()
                .flatMap(type -> firstOf(type).stream())
                .findFirst()
                .ifPresent(method -> {
                    throw new JUnitException(TestName.of(method) + " has @LeakTest and is never run, because it "
                            + obstacle(method).orElseThrow());
                });
    }

    /** In the class, those that it extends, and those nested in it. */
    private static Optional<Method> firstOf(Class<?> type) {
        return ReflectionSupport.findMethods(type, MisplacedLeakTests::isLeftOut, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .findFirst()
                .or(() -> Stream.of(type.getDeclaredClasses())
                        .filter(nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .flatMap(nested -> firstOf(nested).stream())
                        .findFirst());
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
