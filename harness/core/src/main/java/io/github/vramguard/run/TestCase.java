package io.github.vramguard.run;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was judged. The id and the check tell it from all others on machines of one class, in this run and in later ones.
 *
 * @param id the class and the method, for instance {@code com.acme.ModelTests#loads()}; the class alone for a verdict on all
 *     of its tests
 * @param check how it was judged: {@code @NoLeak}, {@code @LeakTest}, {@code @VramBudget} or {@code Cycles}
 * @param name the display name
 * @param file the source file, relative to the root of the repository; null where it was not found
 * @param line the line of the method in it, from 1; null where it was not found
 */
public record TestCase(
        String id,
        String check,
        String name,
        @Nullable String file,
        @Nullable Integer line) {

    /** Refuses what is missing, which records of others may have. */
    public TestCase {
        Stream.of(id, check, name).forEach(Objects::requireNonNull);
    }

    /**
     * What tells it from all others.
     *
     * @return the id and the check, for instance {@code com.acme.ModelTests#loads() @LeakTest}
     */
    public String key() {
        return id + " " + check;
    }
}
