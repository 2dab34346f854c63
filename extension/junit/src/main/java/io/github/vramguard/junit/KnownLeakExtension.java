package io.github.vramguard.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Refuses a {@link KnownLeak} where no leak is looked for: whoever wrote it believes that the test is measured. */
final class KnownLeakExtension implements BeforeAllCallback, BeforeEachCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> type = context.getRequiredTestClass();
        refuse(context, type, isLookedFor(context) || isLookedForIn(type));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        refuse(context, method, isLookedFor(context) || OwnLoops.areIn(method));
    }

    private static void refuse(ExtensionContext context, AnnotatedElement element, boolean isLookedFor) {
        if (!isLookedFor
                && !AnnotationSupport.findRepeatableAnnotations(element, KnownLeak.class)
                        .isEmpty()) {
            throw new ExtensionConfigurationException("@KnownLeak on " + TestName.of(context)
                    + " permits nothing, because no leak is looked for; add @NoLeak or @LeakTest, or remove it");
        }
    }

    private static boolean isLookedFor(ExtensionContext context) {
        return Annotations.elements(context).anyMatch(KnownLeakExtension::isLookedForAt);
    }

    private static boolean isLookedForAt(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, NoLeak.class)
                || AnnotationSupport.isAnnotated(element, LeakTest.class);
    }

    /** In one test at least, of the class or of those nested in it. */
    private static boolean isLookedForIn(Class<?> type) {
        return isLookedForAt(type)
                || !ReflectionSupport.findMethods(
                                type,
                                method -> isLookedForAt(method) || OwnLoops.areIn(method),
                                HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || Stream.of(type.getDeclaredClasses()).anyMatch(KnownLeakExtension::isLookedForIn);
    }
}
