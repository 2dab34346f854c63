/** Tests of the assertions. */
@NullMarked
package io.github.vramguard.assertj;

import org.jspecify.annotations.NullMarked;
