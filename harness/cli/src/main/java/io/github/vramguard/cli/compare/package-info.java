/**
 * The verb {@code compare}: what differs between two runs, or two sets of them.
 */
@NullMarked
package io.github.vramguard.cli.compare;

import org.jspecify.annotations.NullMarked;
