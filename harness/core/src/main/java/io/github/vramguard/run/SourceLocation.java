package io.github.vramguard.run;

import org.jspecify.annotations.Nullable;

/**
 * Where a test is written.
 *
 * @param file the source file, relative to the root of the repository, with {@code /} between names
 * @param line the line of the method in it, or of the class where there is no method, from 1; null where it was not found,
 *     for instance because the method is inherited
 */
public record SourceLocation(String file, @Nullable Integer line) {}
