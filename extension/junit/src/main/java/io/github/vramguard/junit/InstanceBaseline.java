package io.github.vramguard.junit;

import io.github.vramguard.memory.Snapshot;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The level from before the last test instance was created, until its test takes it as its baseline. */
final class InstanceBaseline {

    /** Where the constructor failed, no test takes the level. */
    private record Construction(Class<?> type, Snapshot before) {}

    private @Nullable Construction construction;

    /**
     * Called before an instance is created; for a nested instance and those around it, the first call counts. The class is
     * initialized first: what its static fields hold lives longer than any test.
     *
     * @return the level that was taken, unless there was one
     */
    synchronized Optional<Snapshot> beforeConstructionOf(
            Class<?> type, Optional<Object> outer, Supplier<Snapshot> level) {
        Construction last = construction;
        initialize(type);
        if (last != null && outer.filter(last.type::isInstance).isPresent()) {
            construction = new Construction(type, last.before);
            return Optional.empty();
        }
        Snapshot taken = level.get();
        construction = new Construction(type, taken);
        return Optional.of(taken);
    }

    private static void initialize(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(type + " was loaded and cannot be found", impossible);
        }
    }

    /** Each level is returned once, and only to a test of its class. */
    synchronized Optional<Snapshot> take(Class<?> type) {
        Construction last = construction;
        construction = null;
        return last != null && last.type == type ? Optional.of(last.before) : Optional.empty();
    }
}
