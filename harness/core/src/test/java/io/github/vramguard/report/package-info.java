/** Tests of what is told. */
@NullMarked
package io.github.vramguard.report;

import org.jspecify.annotations.NullMarked;
