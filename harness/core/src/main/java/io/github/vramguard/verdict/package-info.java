/** The result of judging: a verdict, what each pool contributed, and the shape of its readings. */
@NullMarked
package io.github.vramguard.verdict;

import org.jspecify.annotations.NullMarked;
