/** Writes what a build has measured, in each format that its settings ask for. */
@NullMarked
package io.github.vramguard.report;

import org.jspecify.annotations.NullMarked;
