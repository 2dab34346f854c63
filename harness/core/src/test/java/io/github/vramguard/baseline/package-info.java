/** Tests of what is remembered of earlier runs. */
@NullMarked
package io.github.vramguard.baseline;

import org.jspecify.annotations.NullMarked;
