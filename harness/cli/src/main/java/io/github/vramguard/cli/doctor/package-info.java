/**
 * The verb {@code doctor}: what can be measured here, and a self-test that proves it.
 */
@NullMarked
package io.github.vramguard.cli.doctor;

import org.jspecify.annotations.NullMarked;
