package io.github.vramguard.model;

import java.util.List;

/** A tensor of a model file: its name and how much memory it takes, in bytes. */
record Tensor(String name, TensorType type, long bytes) {

    /**
     * A tensor of a shape.
     *
     * @throws IllegalArgumentException if the first dimension does not fill its blocks, or one is negative
     * @throws ArithmeticException if the size exceeds 2⁶³ − 1 bytes
     */
    static Tensor of(String name, TensorType type, List<Long> shape) {
        if (shape.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException(shape + " has a negative dimension");
        }
        long rowBytes = type.bytes(shape.isEmpty() ? 1 : shape.get(0));
        return new Tensor(name, type, shape.stream().skip(1).reduce(rowBytes, Math::multiplyExact));
    }
}
