/**
 * What differs between two runs, or two sets of repeated runs, beyond what runs of the same code differ by.
 */
@NullMarked
package io.github.vramguard.compare;

import org.jspecify.annotations.NullMarked;
