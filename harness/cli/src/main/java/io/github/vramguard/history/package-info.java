/**
 * What runs measured commit by commit: a file that grows by lines, the series in it, and where they change.
 */
@NullMarked
package io.github.vramguard.history;

import org.jspecify.annotations.NullMarked;
