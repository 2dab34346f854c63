/**
 * Series of memory levels as files hold them: what they are of, and the formats that can be read.
 */
@NullMarked
package io.github.vramguard.cli.series;

import org.jspecify.annotations.NullMarked;
