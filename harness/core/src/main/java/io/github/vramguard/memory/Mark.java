package io.github.vramguard.memory;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A name for a moment of a trace, such as {@code loaded}.
 *
 * @param name the name
 * @param snapshot the position of its snapshot in the trace, from 0
 * @param tokens how many tokens the context held at that moment; empty if not stated
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Mark(String name, int snapshot, OptionalLong tokens) {}
