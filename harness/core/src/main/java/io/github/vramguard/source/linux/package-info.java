/** Linux: processes, control groups and open ports, through {@code /proc} and {@code /sys/fs/cgroup}. */
@NullMarked
package io.github.vramguard.source.linux;

import org.jspecify.annotations.NullMarked;
