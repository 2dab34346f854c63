/** glibc's allocator in this process: what it has handed out, and what of that was never written to. */
@NullMarked
package io.github.vramguard.source.malloc;

import org.jspecify.annotations.NullMarked;
