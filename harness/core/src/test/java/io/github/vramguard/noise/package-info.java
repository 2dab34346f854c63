/**
 * How much the memory of clean tests differs from run to run: what real runs measured on one machine, and what measures it.
 */
@NullMarked
package io.github.vramguard.noise;

import org.jspecify.annotations.NullMarked;
