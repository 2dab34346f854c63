/** Tells a verdict: one line for the tree of tests, one block for the log. */
@NullMarked
package io.github.vramguard.report;

import org.jspecify.annotations.NullMarked;
