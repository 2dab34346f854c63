/** Tests of the statistics. */
@NullMarked
package io.github.vramguard.statistics;

import org.jspecify.annotations.NullMarked;
