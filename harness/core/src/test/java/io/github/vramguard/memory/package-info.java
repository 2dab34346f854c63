/** Tests of the vocabulary, and traces for the tests of other rooms. */
@NullMarked
package io.github.vramguard.memory;

import org.jspecify.annotations.NullMarked;
