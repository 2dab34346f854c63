package io.github.vramguard.run;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a judged test. Within a class of machine, id and check are unique in this run and stable in later ones.
 *
 * @param id the class and the method, for example {@code com.acme.ModelTests#loads()}; only the class for a verdict on all
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

    /** Rejects nulls, which a record on disk may contain. */
    public TestCase {
        Stream.of(id, check, name).forEach(Objects::requireNonNull);
    }

    /**
     * Returns the unique key of the test.
     *
     * @return the id and the check, for example {@code com.acme.ModelTests#loads() @LeakTest}
     */
    public String key() {
        return id + " " + check;
    }
}
