/**
 * The samples, to be copied, and the small models that they use: random weights in the real formats, so that llama.cpp and ONNX
 * Runtime load them without a download.
 */
@NullMarked
package io.github.vramguard.samples;

import org.jspecify.annotations.NullMarked;
