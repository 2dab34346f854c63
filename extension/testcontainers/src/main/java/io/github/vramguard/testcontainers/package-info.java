/**
 * Measures model servers in containers of Testcontainers, requests GPUs for them, and lets them take the same memory for each
 * load.
 */
@NullMarked
package io.github.vramguard.testcontainers;

import org.jspecify.annotations.NullMarked;
