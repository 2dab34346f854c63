/**
 * The command {@code compare}: shows the differences between two runs, or two sets of runs.
 */
@NullMarked
package io.github.vramguard.cli.compare;

import org.jspecify.annotations.NullMarked;
