package io.github.vramguard.memory;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A moment of a conversation: its length, and the memory in use.
 *
 * @param cycle the cycle that it lies in, 1 for the first
 * @param tokens how many tokens the context held
 * @param snapshot what was read
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Turn(int cycle, long tokens, Snapshot snapshot) {}
