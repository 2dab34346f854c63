package io.github.vramguard.source.jvm;

import com.sun.jna.Native;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one object with a finalizer that JNA keeps, and that measuring therefore brings into each JVM. ZGC marks what such an object
 * reaches before it knows whether the object itself is live, and then takes phantom references for ordinary ones: buffers that nobody
 * holds any more are not freed for many collections.
 */
final class JnaFinalizer {

    private static final Optional<Object> FINALIZABLE = find();

    private JnaFinalizer() {}

    /** ZGC marks the stacks of threads first, and needs no finalizer for what it has marked. */
    static <T> T marked(Supplier<T> collections) {
        @Nullable Object onTheStack = FINALIZABLE.orElse(null);
        try {
            return collections.get();
        } finally {
            Reference.reachabilityFence(onTheStack);
        }
    }

    private static Optional<Object> find() {
        try {
            Field finalizer = Native.class.getDeclaredField("finalizer");
            finalizer.setAccessible(true);
            return Optional.ofNullable(finalizer.get(null));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError notThere) {
            return Optional.empty();
        }
    }

    /** That it cannot be found, where it matters. */
    static Optional<String> weakness() {
        return FINALIZABLE.isEmpty()
                        && Collector.ofThisJvm()
                                .filter(Collector::followsFinalizers)
                                .isPresent()
                ? Optional.of("ZGC may free direct buffers late, because of an object of JNA with a finalizer; with"
                        + " --add-opens com.sun.jna/com.sun.jna=io.github.vramguard it does not")
                : Optional.empty();
    }
}
