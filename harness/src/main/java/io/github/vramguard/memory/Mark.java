package io.github.vramguard.memory;

/**
 * A name for a moment of a trace, such as {@code loaded}.
 *
 * @param name the name
 * @param snapshot the position of its snapshot in the trace, from 0
 */
public record Mark(String name, int snapshot) {}
