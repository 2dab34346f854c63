/** Tests of the extensions, run through JUnit itself. */
@NullMarked
package io.github.vramguard.junit;

import org.jspecify.annotations.NullMarked;
