/** Settings: every {@code vramguard.*} key, its values and its default, read in one place. */
@NullMarked
package io.github.vramguard.config;

import org.jspecify.annotations.NullMarked;
