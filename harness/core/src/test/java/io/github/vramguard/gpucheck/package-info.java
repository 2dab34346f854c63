/**
 * What a real NVIDIA GPU can check, and stand-ins only claim: a program of its own, which {@code scripts/gpu-check} runs. It
 * needs a program that takes memory of the GPU, and no test framework.
 */
@NullMarked
package io.github.vramguard.gpucheck;

import org.jspecify.annotations.NullMarked;
