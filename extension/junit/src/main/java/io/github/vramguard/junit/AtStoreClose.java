package io.github.vramguard.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An action for the closing of a store, which is the last event of a test.
 *
 * <p>It implements both kinds of closeable. Older versions of JUnit close only the first, and newer ones can be configured to
 * close only the second; a verdict must not get lost by a setting.
 */
@SuppressWarnings("deprecation")
final class AtStoreClose implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final Runnable action;
    private boolean done;

    AtStoreClose(Runnable action) {
        this.action = action;
    }

    @Override
    public void close() {
        if (!done) {
            done = true;
            action.run();
        }
    }
}
