/**
 * Takes the readings: settles before it reads, samples peaks, and runs cycles. What a trace means, and whether another
 * cycle would help, is decided by functions that are passed in.
 */
@NullMarked
package io.github.vramguard.measure;

import org.jspecify.annotations.NullMarked;
