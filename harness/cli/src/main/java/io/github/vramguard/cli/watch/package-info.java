/**
 * The command {@code watch}: reads the memory of running processes continuously, and shows or records it.
 */
@NullMarked
package io.github.vramguard.cli.watch;

import org.jspecify.annotations.NullMarked;
