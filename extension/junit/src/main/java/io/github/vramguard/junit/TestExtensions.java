package io.github.vramguard.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The extensions of others that prepare a test before its own code runs, and may keep what they make for further tests.
 *
 * @param types their classes
 * @param dropsItsContext whether the test asks Spring not to keep its context
 */
record TestExtensions(List<Class<?>> types, boolean dropsItsContext) {

    private static final List<Class<?>> WAYS_TO_PREPARE = List.of(
            BeforeAllCallback.class,
            TestInstanceFactory.class,
            ParameterResolver.class,
            TestInstancePostProcessor.class,
            BeforeEachCallback.class);

    /** What extensions keep by design, as their documentation has it. */
    private static final Map<String, String> KEPT = Map.of(
            "org.springframework.test.context.junit.jupiter.SpringExtension", "Spring's test context",
            "io.quarkus.test.junit.QuarkusTestExtension", "the application of Quarkus",
            "io.micronaut.test.extensions.junit5.MicronautJunit5Extension", "the test context of Micronaut");

    private static final String DROPPED = "org.springframework.test.annotation.DirtiesContext";

    static TestExtensions of(ExtensionContext context) {
        List<Class<?>> types = Stream.concat(declared(context), inFields(context.getRequiredTestClass()))
                .distinct()
                .filter(type -> !isOfThisLibrary(type))
                .filter(type -> WAYS_TO_PREPARE.stream().anyMatch(way -> way.isAssignableFrom(type)))
                .toList();
        boolean drops = Annotations.elements(context)
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().getName().equals(DROPPED));
        return new TestExtensions(types, drops);
    }

    private static boolean isOfThisLibrary(Class<?> type) {
        return type.getPackageName().equals(TestExtensions.class.getPackageName()) && !type.isMemberClass();
    }

    private static Stream<Class<?>> declared(ExtensionContext context) {
        return Annotations.elements(context)
                .flatMap(element -> AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream())
                .flatMap(extended -> Stream.of(extended.value()));
    }

    private static Stream<Class<?>> inFields(Class<?> type) {
        return ReflectionSupport.findFields(
                        type,
                        field -> AnnotationSupport.isAnnotated(field, RegisterExtension.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(field -> field.getType());
    }

    boolean areNone() {
        return types.isEmpty();
    }

    /** What they keep for further tests by design; empty if one of them is not known to do so. */
    Optional<String> kept() {
        return dropsItsContext
                        || !KEPT.keySet()
                                .containsAll(types.stream().map(Class::getName).toList())
                ? Optional.empty()
                : Optional.of(
                        types.stream().map(type -> KEPT.get(type.getName())).collect(Collectors.joining(" and ")));
    }

    @Override
    public String toString() {
        return types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
}
