/** Tests of the containers, on a real Docker. */
@NullMarked
package io.github.vramguard.testcontainers;

import org.jspecify.annotations.NullMarked;
