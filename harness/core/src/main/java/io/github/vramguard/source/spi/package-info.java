/**
 * Extension points, found with {@link java.util.ServiceLoader}: sources of readings, the containers that a library has
 * started, and what to measure for the objects of a library.
 */
@NullMarked
package io.github.vramguard.source.spi;

import org.jspecify.annotations.NullMarked;
