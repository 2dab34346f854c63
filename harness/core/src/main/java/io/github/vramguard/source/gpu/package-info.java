/**
 * What the driver of a GPU is asked, whoever made it: which devices there are, what each process holds of them, and how
 * much of them is in use. For the sources of this library; it may change with every version.
 */
@NullMarked
package io.github.vramguard.source.gpu;

import org.jspecify.annotations.NullMarked;
