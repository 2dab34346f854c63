/** Fluent assertions on snapshots and traces, for those who use AssertJ. */
@NullMarked
package io.github.vramguard.assertj;

import org.jspecify.annotations.NullMarked;
