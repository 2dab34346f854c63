package io.github.vramguard.memory;

import java.util.OptionalLong;

/**
 * A name for a moment of a trace, such as {@code loaded}.
 *
 * @param name the name
 * @param snapshot the position of its snapshot in the trace, from 0
 * @param tokens how many tokens the context held at that moment; empty if not stated
 */
public record Mark(String name, int snapshot, OptionalLong tokens) {}
