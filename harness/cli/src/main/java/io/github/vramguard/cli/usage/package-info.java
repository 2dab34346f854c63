/**
 * Common to all commands: shared options, the handling of bad input, and exit codes.
 */
@NullMarked
package io.github.vramguard.cli.usage;

import org.jspecify.annotations.NullMarked;
