package io.github.vramguard.source.jvm;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A fresh object without references: it dies in the next collection that looks at all objects. */
final class Canary {

    private static final long DEADLINE_MILLIS = 2_000;

    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    private final WeakReference<Object> object = new WeakReference<>(new Object(), queue);

    boolean isDead() {
        return object.refersTo(null);
    }

    /**
     * Waits until a dead canary has been reported to its queue. The JVM reports all references of one collection before
     * those of the next, so the death of the second of two canaries shows that the Cleaners of the first have been notified.
     */
    void awaitReport() {
        if (isDead()) {
            try {
                queue.remove(DEADLINE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
