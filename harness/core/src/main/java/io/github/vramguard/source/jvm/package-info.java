/** This JVM: its heap, direct buffers, class metadata and threads, and its own native memory. */
@NullMarked
package io.github.vramguard.source.jvm;

import org.jspecify.annotations.NullMarked;
