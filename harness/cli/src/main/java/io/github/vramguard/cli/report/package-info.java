/** The command {@code report}: merges the records of a build and writes reports. */
@NullMarked
package io.github.vramguard.cli.report;

import org.jspecify.annotations.NullMarked;
