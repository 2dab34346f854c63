/**
 * The command {@code history}: records runs commit by commit, and shows at which commits memory changed.
 */
@NullMarked
package io.github.vramguard.cli.history;

import org.jspecify.annotations.NullMarked;
