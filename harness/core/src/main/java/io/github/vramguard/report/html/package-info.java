/**
 * Writes a run of tests as one page that opens offline, without a server. It contains the run as compressed JSON, and its
 * script shows all names as text, so that no name can be markup.
 */
@NullMarked
package io.github.vramguard.report.html;

import org.jspecify.annotations.NullMarked;
