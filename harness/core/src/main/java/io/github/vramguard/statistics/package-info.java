/** Robust statistics of plain numbers, which a few outliers do not change. */
@NullMarked
package io.github.vramguard.statistics;

import org.jspecify.annotations.NullMarked;
