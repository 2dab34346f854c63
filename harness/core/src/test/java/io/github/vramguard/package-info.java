/** Tests of the settings, the gate and the harness, and of the plan of the house. */
@NullMarked
package io.github.vramguard;

import org.jspecify.annotations.NullMarked;
