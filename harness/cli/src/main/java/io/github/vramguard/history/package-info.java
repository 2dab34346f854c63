/**
 * Measurements commit by commit: an append-only file, the series in it, and their changes.
 */
@NullMarked
package io.github.vramguard.history;

import org.jspecify.annotations.NullMarked;
