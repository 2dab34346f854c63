/**
 * The command line: what starts it, and which verbs there are. Each verb has a package of its own, which reads its input and
 * its options, leaves the work to the rooms below, and prints what they found; nothing else in the project writes to the
 * standard output.
 */
@NullMarked
package io.github.vramguard.cli;

import org.jspecify.annotations.NullMarked;
