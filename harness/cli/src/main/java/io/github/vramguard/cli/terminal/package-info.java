/**
 * How text gets onto a terminal, or into what stands in for one: how wide it is, what it can show, and lines that fit.
 */
@NullMarked
package io.github.vramguard.cli.terminal;

import org.jspecify.annotations.NullMarked;
