/** This JVM: its heap, direct buffers, class metadata and threads, and what it books as its own native memory. */
@NullMarked
package io.github.vramguard.source.jvm;

import org.jspecify.annotations.NullMarked;
