/**
 * What is remembered of earlier runs: for each class of machines a plain text file, committed with the code, with a line for
 * each test and pool. What a test leaves behind, or how high it goes, is a budget for the next time.
 */
@NullMarked
package io.github.vramguard.baseline;

import org.jspecify.annotations.NullMarked;
