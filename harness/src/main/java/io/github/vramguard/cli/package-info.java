/**
 * The command line. Each verb reads its input and its options, leaves the work to the packages below, and prints what
 * they found; nothing else in the project writes to the standard output.
 */
@NullMarked
package io.github.vramguard.cli;

import org.jspecify.annotations.NullMarked;
