/** Says why a verdict is what it is: what the readings exclude, when memory will run out, and what to do next. */
@NullMarked
package io.github.vramguard.explain;

import org.jspecify.annotations.NullMarked;
