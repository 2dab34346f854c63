/**
 * The records of a run of tests on disk: each JVM writes them as it measures, and they are read to be merged, reported and
 * compared. The format is described by {@code docs/run.schema.json}.
 */
@NullMarked
package io.github.vramguard.run;

import org.jspecify.annotations.NullMarked;
