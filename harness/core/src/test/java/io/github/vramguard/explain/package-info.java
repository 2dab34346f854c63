/** Tests of what is explained. */
@NullMarked
package io.github.vramguard.explain;

import org.jspecify.annotations.NullMarked;
