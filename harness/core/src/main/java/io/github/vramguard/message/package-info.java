/** Describes a verdict in words: a headline for the tree of tests, and the facts for the log. */
@NullMarked
package io.github.vramguard.message;

import org.jspecify.annotations.NullMarked;
