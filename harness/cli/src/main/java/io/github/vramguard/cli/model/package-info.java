/**
 * The command {@code model}: predicts how much memory llama.cpp takes for a model file, before it is loaded.
 */
@NullMarked
package io.github.vramguard.cli.model;

import org.jspecify.annotations.NullMarked;
