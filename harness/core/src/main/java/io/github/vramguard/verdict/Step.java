package io.github.vramguard.verdict;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A lasting rise: every later level lies above every earlier one.
 *
 * @param cycle the cycle that brought it, from 1
 * @param size by how much, in the unit of the pool
 * @since 0.1.0
 */
@API(status = Status.MAINTAINED, since = "0.1.0")
public record Step(int cycle, double size) {

    public Step later(int cycles) {
        return new Step(cycle + cycles, size);
    }
}
