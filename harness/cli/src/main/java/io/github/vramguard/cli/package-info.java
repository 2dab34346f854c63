/**
 * The command line: its entry point and its commands. Each command has a package of its own, which reads its input and
 * its options, leaves the work to the rooms below, and prints what they found; nothing else in the project writes to the
 * standard output.
 */
@NullMarked
package io.github.vramguard.cli;

import org.jspecify.annotations.NullMarked;
