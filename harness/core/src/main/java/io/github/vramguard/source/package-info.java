/**
 * The only room that touches the machine: management beans, {@code /proc} and, through JNA, the C library. A source says
 * what it read or why it could not; what the number means is decided elsewhere.
 */
@NullMarked
package io.github.vramguard.source;

import org.jspecify.annotations.NullMarked;
