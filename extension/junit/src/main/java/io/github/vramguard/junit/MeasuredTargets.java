package io.github.vramguard.junit;

import io.github.vramguard.Targets;
import io.github.vramguard.memory.MemoryTarget;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the target of a test in its {@link MeasuredTarget} fields and parameters. */
final class MeasuredTargets {

    private MeasuredTargets() {}

    /** Whether a test has a target of its own, which can be known only when its instance is made. */
    static boolean areDeclaredFor(ExtensionContext context) {
        return isParameterOf(context) || context.getTestClass().stream().anyMatch(MeasuredTargets::areDeclaredIn);
    }

    static boolean areDeclaredIn(Class<?> type) {
        return !fields(type).isEmpty();
    }

    static boolean isParameterOf(ExtensionContext context) {
        return context.getTestMethod().stream()
                .flatMap(method -> Stream.of(method.getParameters()))
                .anyMatch(MeasuredTargets::isMeasured);
    }

    private static boolean isMeasured(Parameter parameter) {
        return parameter.isAnnotationPresent(MeasuredTarget.class);
    }

    /** Of a class and those around it. */
    private static List<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, around -> around != null, Class::getEnclosingClass)
                .flatMap(around -> ReflectionSupport.findFields(
                        around,
                        field -> AnnotationSupport.isAnnotated(field, MeasuredTarget.class),
                        HierarchyTraversalMode.TOP_DOWN)
                        .stream())
                .toList();
    }

    /** What the fields hold now; empty where there is no such field. */
    static Optional<MemoryTarget> inFields(ExtensionContext context) {
        List<MemoryTarget> targets = new ArrayList<>();
        for (Field field : context.getTestClass().map(MeasuredTargets::fields).orElse(List.of())) {
            targets.add(target("field " + field.getName(), value(field, context)));
        }
        return targets.isEmpty() ? Optional.empty() : Optional.of(Targets.together(targets));
    }

    private static @Nullable Object value(Field field, ExtensionContext context) {
        Object instance = ModifierSupport.isStatic(field) ? null : instanceWith(field, context);
        try {
            field.setAccessible(true);
            return field.get(instance);
        } catch (IllegalAccessException | RuntimeException e) {
            throw new ExtensionConfigurationException(
                    "@MeasuredTarget field " + field.getName() + " cannot be read", e);
        }
    }

    private static Object instanceWith(Field field, ExtensionContext context) {
        return context.getTestInstances().map(TestInstances::getAllInstances).orElse(List.of()).stream()
                .filter(field.getDeclaringClass()::isInstance)
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException("@MeasuredTarget field " + field.getName()
                        + " must be static, as there is no instance when the whole class is measured"));
    }

    /** What the parameters of a call have. */
    static MemoryTarget inParameters(Executable method, List<Object> arguments) {
        List<MemoryTarget> targets = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = method.getParameters()[i];
            if (isMeasured(parameter)) {
                targets.add(target("parameter " + parameter.getName(), arguments.get(i)));
            }
        }
        return Targets.together(targets);
    }

    private static MemoryTarget target(String place, @Nullable Object value) {
        if (value == null) {
            throw new ExtensionConfigurationException(
                    "@MeasuredTarget " + place + " is null when the test begins; set it in @BeforeAll or before");
        }
        try {
            return Targets.of(value);
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException(
                    "@MeasuredTarget " + place + ": " + refused.getMessage(), refused);
        }
    }
}
