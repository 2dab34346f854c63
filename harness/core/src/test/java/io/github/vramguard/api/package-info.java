/** What each module promises: its exported types, written down and compared with what was agreed on. */
@NullMarked
package io.github.vramguard.api;

import org.jspecify.annotations.NullMarked;
