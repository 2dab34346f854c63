package io.github.vramguard.server;

import java.util.OptionalLong;

/**
 * What llama-server tells of a model file.
 *
 * @param path where the file is for the server itself, which may be in a container or on another machine; relative to where the
 *     server was started, if it was started so
 * @param contextTokens the context of all slots together; empty where the server does not tell whether they share it
 */
public record LlamaFile(String path, OptionalLong contextTokens) {}
