/** Where measuring and judging meet: the settings of a user make the meter and the rule that decides. */
@NullMarked
package io.github.vramguard.gate;

import org.jspecify.annotations.NullMarked;
