/**
 * The command {@code judge}: a verdict on each series of levels that was recorded elsewhere.
 */
@NullMarked
package io.github.vramguard.cli.judge;

import org.jspecify.annotations.NullMarked;
