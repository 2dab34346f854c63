/**
 * Compares figures with those of earlier runs. For each class of machines there is a plain text file, committed with the code,
 * with a line for each test and pool. The residual, growth or peak of a test is a budget for the next run.
 */
@NullMarked
package io.github.vramguard.baseline;

import org.jspecify.annotations.NullMarked;
