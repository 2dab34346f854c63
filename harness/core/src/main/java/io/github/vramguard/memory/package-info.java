/**
 * The vocabulary: pools, readings, snapshots and traces. Values only, without I/O, clock or threads, so that
 * everything that judges memory can be tested with literals.
 */
@NullMarked
package io.github.vramguard.memory;

import org.jspecify.annotations.NullMarked;
