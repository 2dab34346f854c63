package io.github.vramguard.junit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Begins to measure before each test, or at the call of its method if a parameter of it is the target. */
abstract class MeasuringExtension implements BeforeEachCallback, InvocationInterceptor {

    abstract void begin(ExtensionContext context);

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!MeasuredTargets.isParameterOf(context)) {
            begin(context);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        beginAt(call, context);
        invocation.proceed();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        beginAt(call, context);
        invocation.proceed();
    }

    private void beginAt(ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        if (MeasuredTargets.isParameterOf(context)) {
            Session.of(context)
                    .measure(context, MeasuredTargets.inParameters(call.getExecutable(), call.getArguments()));
            begin(context);
        }
    }
}
