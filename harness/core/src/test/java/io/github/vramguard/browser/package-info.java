/** A real browser for the tests of pages. */
@NullMarked
package io.github.vramguard.browser;

import org.jspecify.annotations.NullMarked;
