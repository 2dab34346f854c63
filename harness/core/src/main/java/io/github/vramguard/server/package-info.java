/**
 * Loads, uses and unloads the models of a server over HTTP: Ollama, llama-server, vLLM and Triton. It reports what a
 * server says; what the driver says is read elsewhere.
 *
 * <p>All that is known of a server is in its {@link io.github.vramguard.server.ServerProfile}.
 *
 * <p>It reads JSON with Jackson's {@code jackson-databind}, which is an optional dependency of the library: bring it along
 * to use this package.
 */
@NullMarked
package io.github.vramguard.server;

import org.jspecify.annotations.NullMarked;
