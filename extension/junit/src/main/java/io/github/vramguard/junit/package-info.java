/** Annotations that fail a JUnit test when its memory does not return to its baseline or exceeds a budget. */
@NullMarked
package io.github.vramguard.junit;

import org.jspecify.annotations.NullMarked;
