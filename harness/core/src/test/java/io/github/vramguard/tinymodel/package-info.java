/**
 * A model with random weights in the format of llama.cpp, so that real model servers can be tested without a download. It
 * needs no test framework.
 */
@NullMarked
package io.github.vramguard.tinymodel;

import org.jspecify.annotations.NullMarked;
