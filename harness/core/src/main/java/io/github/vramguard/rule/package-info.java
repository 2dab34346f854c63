/**
 * Judges what was measured. It reads numbers only, the level of a pool before the first cycle and after each, and decides
 * whether they return to a baseline. A leak must be proven, by steps that recur or by a straight line that fits better than
 * every shape that levels off. What is neither proven nor ruled out is inconclusive.
 */
@NullMarked
package io.github.vramguard.rule;

import org.jspecify.annotations.NullMarked;
