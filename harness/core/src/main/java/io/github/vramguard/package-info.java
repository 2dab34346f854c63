/**
 * Where measuring and judging meet: the settings of a user, the gate they make, and the harness that runs load and unload
 * cycles without a test framework.
 */
@NullMarked
package io.github.vramguard;

import org.jspecify.annotations.NullMarked;
