package io.github.vramguard.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * After how many layers the pattern of those with a sliding window repeats. One of them attends to all tokens: the last,
 * or the first if that is the dense one; none does if the length is 0. This is {@code load_arch_hparams} in
 * {@code src/models} of llama.cpp v0.5.0.
 *
 * @param length the number of layers
 * @param denseFirst whether the first attends to all tokens
 * @param usualWindow the tokens of the window if the metadata has none; 0 if there is none then
 * @param fixedWindow the tokens of a window, whatever the metadata says; 0 if the metadata decides
 * @param layers the number of layers of the one model that has windows; 0 if each model of its architecture has them
 */
record Period(int length, boolean denseFirst, int usualWindow, int fixedWindow, int layers) {

    static final Period NONE = of(1);

    static Period of(int length) {
        return new Period(length, false, 0, 0, 0);
    }

    static Period denseFirst(int length) {
        return new Period(length, true, 0, 0, 0);
    }

    Period usually(int window) {
        return new Period(length, denseFirst, window, fixedWindow, layers);
    }

    Period always(int window) {
        return new Period(length, denseFirst, usualWindow, window, layers);
    }

    /** Of EXAONE 4, the model of 32 billion weights alone has windows. */
    Period inModelsOf(int number) {
        return new Period(length, denseFirst, usualWindow, fixedWindow, number);
    }

    boolean isOf(int number) {
        return layers == 0 || layers == number;
    }

    Period withLength(int other) {
        return new Period(other, denseFirst, usualWindow, fixedWindow, layers);
    }

    int window(int written) {
        return written > 0 && fixedWindow > 0 ? fixedWindow : written;
    }

    Stream<Boolean> windowed(int layers) {
        return IntStream.range(0, layers).mapToObj(this::isWindowed);
    }

    private boolean isWindowed(int layer) {
        return length == 0 || layer % length != (denseFirst ? 0 : length - 1);
    }
}
