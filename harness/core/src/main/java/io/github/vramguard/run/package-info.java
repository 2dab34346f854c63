/**
 * What a run of tests leaves on disk: values, written by each JVM as it measures, and read again to be merged, told and
 * compared. The format is that of {@code docs/run.schema.json}.
 */
@NullMarked
package io.github.vramguard.run;

import org.jspecify.annotations.NullMarked;
