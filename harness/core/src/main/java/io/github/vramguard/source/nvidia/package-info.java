/** NVIDIA GPUs: the management library NVML, and the program {@code nvidia-smi}. */
@NullMarked
package io.github.vramguard.source.nvidia;

import org.jspecify.annotations.NullMarked;
