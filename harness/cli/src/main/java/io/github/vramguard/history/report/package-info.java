/**
 * A history as a page with a chart for each series, which needs nothing but the file itself.
 */
@NullMarked
package io.github.vramguard.history.report;

import org.jspecify.annotations.NullMarked;
