/**
 * The judge. It sees numbers only, the level of a pool before the first cycle and after each, and says whether they
 * return to a baseline. A leak must be proven, by steps that keep coming or by a straight line that beats every shape
 * that levels off; what is neither proven nor excluded is inconclusive.
 */
@NullMarked
package io.github.vramguard.verdict;

import org.jspecify.annotations.NullMarked;
