/**
 * The verb {@code watch}: the memory of running processes, read again and again, and shown or recorded.
 */
@NullMarked
package io.github.vramguard.cli.watch;

import org.jspecify.annotations.NullMarked;
