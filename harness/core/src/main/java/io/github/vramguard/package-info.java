/** Where a user of the library begins: the harness for load and unload cycles, and the targets whose memory it measures. */
@NullMarked
package io.github.vramguard;

import org.jspecify.annotations.NullMarked;
