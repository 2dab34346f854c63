package org.springframework.test.context.junit.jupiter;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Stands in for Spring's, which is recognized by its name. */
public final class SpringExtension implements TestInstancePostProcessor {

    private static Runnable context = () -> {};

    /** What happens when a test context is created. */
    public static void creates(Runnable created) {
        context = created;
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext test) {
        context.run();
    }
}
