/** AMD, Intel and other GPUs whose drivers are part of Linux: what they tell through {@code /proc} and {@code /sys}. */
@NullMarked
package io.github.vramguard.source.drm;

import org.jspecify.annotations.NullMarked;
