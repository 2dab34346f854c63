package io.github.vramguard.verdict;

/**
 * A lasting rise: every later level lies above every earlier one.
 *
 * @param cycle the cycle that brought it, from 1
 * @param size by how much, in the unit of the pool
 */
public record Step(int cycle, double size) {

    public Step later(int cycles) {
        return new Step(cycle + cycles, size);
    }
}
