package io.github.vramguard.junit;

import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Measures before the test instance is created, and judges when the store of the test is closed. */
final class NoLeakExtension extends MeasuringExtension
        implements TestInstancePreConstructCallback, BeforeAllCallback, TestWatcher {

    private static final String A_TEST_FAILED = "a test failed";

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        Session session = Session.of(context);
        boolean measured = isForEachTest(context) ? !isWithinAClass(context) : isForTheClass(context);
        measured &= !MeasuredTargets.areDeclaredIn(instance.getTestClass());
        if (!session.isOff() && !session.seriesIsRunning() && measured) {
            session.beforeConstructionOf(instance.getTestClass(), instance.getOuterInstance(), context);
        }
    }

    private static boolean isForEachTest(ExtensionContext context) {
        return context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Session session = Session.of(context);
        if (!session.isOff() && isForTheClass(context)) {
            Snapshot before = session.takeBaseline(context);
            if (isForEachTest(context)) {
                session.prepare(context, before);
            }
            OneRun run = oneRun(context, session, before);
            AtomicBoolean failed = new AtomicBoolean();
            ExtensionContext.Store store = context.getStore(Session.NAMESPACE);
            store.put(A_TEST_FAILED, failed);
            store.put(
                    AtStoreClose.class,
                    run.judgedUnless(() ->
                            failed.get() || context.getExecutionException().isPresent()));
        }
    }

    @Override
    void begin(ExtensionContext context) {
        Session session = Session.of(context);
        if (session.isOff() || isWithinAClass(context)) {
            return;
        }
        Optional<ExtensionContext> template =
                context.getParent().filter(parent -> parent.getTestMethod().isPresent());
        AtStoreClose verdict = template.map(parent -> cycle(parent, context, session))
                .orElseGet(() -> oneRun(context, session, session.takeBaseline(context))
                        .judgedUnless(() -> context.getExecutionException().isPresent()));
        context.getStore(Session.NAMESPACE).put(AtStoreClose.class, verdict);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return betweenExtensions(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        betweenExtensions(invocation, context);
    }

    private static <T> T betweenExtensions(Invocation<T> code, ExtensionContext context) throws Throwable {
        Optional<Preparation> preparation = Session.of(context).preparation();
        preparation.ifPresent(Preparation::codeBegins);
        T result = code.proceed();
        preparation.ifPresent(Preparation::codeEnds);
        return result;
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        Session.of(context).preparation().ifPresent(Preparation::ends);
        invocation.proceed();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        Session.of(context).preparation().ifPresent(Preparation::ends);
        super.interceptTestMethod(invocation, call, context);
    }

    private static AtStoreClose cycle(ExtensionContext template, ExtensionContext invocation, Session session) {
        session.endPreparation();
        LeakSettings settings = LeakAnnotations.of(invocation, session.settings());
        requireReadings(invocation, session, settings.pools());
        return Series.of(template)
                .orElseGet(() -> Series.begin(
                        template, session, settings, session.meters(invocation), session.takeBaseline(invocation)))
                .cycle(invocation);
    }

    private static OneRun oneRun(ExtensionContext context, Session session, Snapshot before) {
        LeakSettings settings = LeakAnnotations.of(context, session.settings());
        requireReadings(context, session, settings.pools());
        return new OneRun(context, session, settings, before);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        context.getParent()
                .map(parent -> parent.getStore(Session.NAMESPACE).get(A_TEST_FAILED, AtomicBoolean.class))
                .ifPresent(failed -> failed.set(true));
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        testFailed(context, cause);
    }

    /** Whether all tests of the class are judged together. */
    private static boolean isForTheClass(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, NoLeak.class))
                .filter(noLeak -> noLeak.scope() == NoLeak.Scope.CLASS)
                .isPresent();
    }

    private static boolean isWithinAClass(ExtensionContext context) {
        return Annotations.nearest(context, LeakTest.class).isEmpty()
                && Annotations.nearest(context, NoLeak.class)
                        .filter(noLeak -> noLeak.scope() == NoLeak.Scope.CLASS)
                        .isPresent();
    }

    /** Called before the test runs: a pool that is named and cannot be read skips or fails the test, or is left out. */
    private static void requireReadings(ExtensionContext context, Session session, Set<Pool> pools) {
        if (!pools.isEmpty()) {
            Snapshot now = session.meters(context).ofAll().now();
            pools.stream()
                    .filter(pool -> now.of(pool) instanceof Reading.Gap)
                    .findFirst()
                    .ifPresent(pool ->
                            session.enforcement().unavailable(context, pool + " cannot be read: " + now.of(pool)));
        }
    }
}
