/**
 * A run of tests as one page for a browser, which needs nothing else: neither a server nor a network. What was measured is
 * JSON in it, and its script writes all of that as text, so that no name can be markup.
 */
@NullMarked
package io.github.vramguard.report.html;

import org.jspecify.annotations.NullMarked;
