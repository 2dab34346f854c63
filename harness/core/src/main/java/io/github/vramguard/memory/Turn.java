package io.github.vramguard.memory;

/**
 * A moment of a conversation: its length, and the memory in use.
 *
 * @param cycle the cycle that it lies in, 1 for the first
 * @param tokens how many tokens the context held
 * @param snapshot what was read
 */
public record Turn(int cycle, long tokens, Snapshot snapshot) {}
