/** AssertJ assertions on the result of a harness, on traces and on snapshots. */
@NullMarked
package io.github.vramguard.assertj;

import org.jspecify.annotations.NullMarked;
