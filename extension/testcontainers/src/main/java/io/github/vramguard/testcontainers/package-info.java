/**
 * Model servers in containers of Testcontainers: with a GPU or a clear refusal, with memory that is the same each time, and
 * as targets of measurements.
 */
@NullMarked
package io.github.vramguard.testcontainers;

import org.jspecify.annotations.NullMarked;
