package io.github.vramguard.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Something to do when a store is closed, which is the last thing that happens to a test.
 *
 * <p>It is both kinds of closeable because older versions of JUnit close only the one, and newer ones can be configured to
 * close only that one too: a verdict must not vanish with a setting.
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
