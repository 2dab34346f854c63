/** A verdict in words: one line for the tree of tests, one block for the log. */
@NullMarked
package io.github.vramguard.message;

import org.jspecify.annotations.NullMarked;
