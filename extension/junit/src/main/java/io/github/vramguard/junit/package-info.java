/**
 * Annotations that make a JUnit test fail when memory does not come back or exceeds its budget, and the extensions behind
 * them.
 */
@NullMarked
package io.github.vramguard.junit;

import org.jspecify.annotations.NullMarked;
