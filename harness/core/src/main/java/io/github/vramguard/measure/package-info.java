/**
 * Takes the readings: settles before it reads, samples peaks, and runs cycles. Functions that are passed in decide what a
 * trace means and whether another cycle is needed.
 */
@NullMarked
package io.github.vramguard.measure;

import org.jspecify.annotations.NullMarked;
