/**
 * The arithmetic of models: what a model file says about itself, and how much memory llama.cpp takes for its weights,
 * its cache of keys and values, and its state. Only headers of files are read, and no machine is asked.
 */
@NullMarked
package io.github.vramguard.model;

import org.jspecify.annotations.NullMarked;
