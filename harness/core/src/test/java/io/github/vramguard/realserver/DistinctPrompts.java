package io.github.vramguard.realserver;

import io.github.vramguard.tinymodel.TinyLlama;
import java.util.Random;
import java.util.stream.Collectors;

/** Prompts of 200 letters that have nothing in common, and a model for which each token weighs. */
final class DistinctPrompts {

    /** 16 blocks, each with a key and a value of 256 half floats for each token. */
    static final TinyLlama MODEL = new TinyLlama(16, 256, 64, 8, 8, 1);

    static final long BYTES_PER_TOKEN = 16L * 2 * 256 * 2;

    private static final int LETTERS = 200;

    private DistinctPrompts() {}

    static String prompt(int number) {
        return new Random(number)
                .ints(LETTERS, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
