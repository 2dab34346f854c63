/**
 * The command {@code cycle}: loads, uses and unloads a model on a server again and again, and judges the memory of the
 * processes of that server.
 */
@NullMarked
package io.github.vramguard.cli.cycle;

import org.jspecify.annotations.NullMarked;
