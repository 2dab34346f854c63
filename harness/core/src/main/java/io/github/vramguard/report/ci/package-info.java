/** Writes a run for readers of build results: CI services, benchmark trackers, and people. */
@NullMarked
package io.github.vramguard.report.ci;

import org.jspecify.annotations.NullMarked;
