/** Explains a verdict: what the readings rule out, when memory will be exhausted, and what to do next. */
@NullMarked
package io.github.vramguard.explain;

import org.jspecify.annotations.NullMarked;
