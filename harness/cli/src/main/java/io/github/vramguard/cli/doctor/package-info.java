/**
 * The command {@code doctor}: shows what can be measured on a machine, and proves it with a self-test.
 */
@NullMarked
package io.github.vramguard.cli.doctor;

import org.jspecify.annotations.NullMarked;
