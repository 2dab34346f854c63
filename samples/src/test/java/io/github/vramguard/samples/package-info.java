/**
 * The course, and the small real models that it runs on: random weights in the real formats, so that a real llama.cpp
 * and a real ONNX Runtime can load them without a download.
 */
@NullMarked
package io.github.vramguard.samples;

import org.jspecify.annotations.NullMarked;
