/**
 * Real model servers for tests, as processes and in containers. Where one is missing, the test that asks for it is skipped and
 * says so. The tests here see the servers as a user of the library does.
 */
@NullMarked
package io.github.vramguard.realserver;

import org.jspecify.annotations.NullMarked;
