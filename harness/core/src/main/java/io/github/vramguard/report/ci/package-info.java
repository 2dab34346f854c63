/** Tells a run to what reads the results of builds: continuous integration, trackers of benchmarks, and people. */
@NullMarked
package io.github.vramguard.report.ci;

import org.jspecify.annotations.NullMarked;
