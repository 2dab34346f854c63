/**
 * The verb {@code history}: keeps what runs measured, commit by commit, and shows where it changes.
 */
@NullMarked
package io.github.vramguard.cli.history;

import org.jspecify.annotations.NullMarked;
