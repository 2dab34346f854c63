package io.github.vramguard.model;

import java.util.Map;
import java.util.Optional;
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
 */
record Period(int length, boolean denseFirst, int usualWindow, int fixedWindow) {

    static final Period NONE = of(1);

    private static final Map<String, Period> BY_ARCHITECTURE = Map.ofEntries(
            Map.entry("afmoe", of(4)),
            Map.entry("cohere2", of(4)),
            Map.entry("cohere2moe", denseFirst(4)),
            Map.entry("exaone-moe", of(4)),
            Map.entry("exaone4", of(4).usually(4096)),
            Map.entry("gemma2", of(2).usually(4096)),
            Map.entry("gemma3", of(6)),
            Map.entry("gemma3n", of(5)),
            Map.entry("gpt-oss", of(2)),
            // What Ollama calls it
            Map.entry("gptoss", of(2)),
            Map.entry("laguna", denseFirst(4)),
            Map.entry("lfm2", of(0)),
            Map.entry("llama4", of(4).usually(8192).always(8192)),
            Map.entry("mellum", of(4)),
            Map.entry("muse-glimmer", of(4)),
            Map.entry("olmo2", of(4)),
            Map.entry("plamo3", of(8)),
            Map.entry("smallthinker", denseFirst(4).always(4096)));

    /** Of EXAONE 4, the model of 32 billion weights alone has windows. */
    private static final int EXAONE_4_LAYERS = 64;

    static Optional<Period> of(String architecture, int layers) {
        boolean without = architecture.equals("exaone4") && layers != EXAONE_4_LAYERS;
        return without ? Optional.empty() : Optional.ofNullable(BY_ARCHITECTURE.get(architecture));
    }

    private static Period of(int length) {
        return new Period(length, false, 0, 0);
    }

    private static Period denseFirst(int length) {
        return new Period(length, true, 0, 0);
    }

    private Period usually(int window) {
        return new Period(length, denseFirst, window, fixedWindow);
    }

    private Period always(int window) {
        return new Period(length, denseFirst, usualWindow, window);
    }

    Period withLength(int other) {
        return new Period(other, denseFirst, usualWindow, fixedWindow);
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
