package io.github.vramguard.explain;

import io.github.vramguard.memory.Reading.ClassBytes;
import io.github.vramguard.verdict.PoolVerdict;
import java.util.List;
import java.util.Optional;

/** The classes behind a growth of class metadata. */
final class LoadedClasses {

    private LoadedClasses() {}

    /** How many more are loaded at the end than after the first cycle, before which code loads what it always needs. */
    static Optional<String> of(PoolVerdict leak) {
        List<ClassBytes> cycles = leak.readings().stream()
                .skip(1)
                .filter(ClassBytes.class::isInstance)
                .map(ClassBytes.class::cast)
                .toList();
        if (cycles.size() < 2) {
            return Optional.empty();
        }
        long first = cycles.get(0).classes();
        long last = cycles.get(cycles.size() - 1).classes();
        return Optional.of(
                "the number of loaded classes rises from " + first + " to " + last + " after the first cycle");
    }
}
