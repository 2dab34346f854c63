/** Tests of settling, sampling and cycles, on scripted sources. */
@NullMarked
package io.github.vramguard.measure;

import org.jspecify.annotations.NullMarked;
