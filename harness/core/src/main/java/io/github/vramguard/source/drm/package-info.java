/** AMD, Intel and other GPUs whose drivers are part of Linux: read from {@code /proc} and {@code /sys}. */
@NullMarked
package io.github.vramguard.source.drm;

import org.jspecify.annotations.NullMarked;
