/** Simulated series of every kind that leaks and that does not, and the table of the errors the rule makes on them. */
@NullMarked
package io.github.vramguard.rule.simulation;

import org.jspecify.annotations.NullMarked;
