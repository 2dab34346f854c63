/** Tests of the arithmetic of models. */
@NullMarked
package io.github.vramguard.model;

import org.jspecify.annotations.NullMarked;
