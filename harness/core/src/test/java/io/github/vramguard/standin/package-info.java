/**
 * A stand-in for the management library of NVIDIA's driver, and processes that hold memory of its GPUs: for tests on
 * machines without a GPU. It needs Linux and a C compiler, and no test framework.
 */
@NullMarked
package io.github.vramguard.standin;

import org.jspecify.annotations.NullMarked;
