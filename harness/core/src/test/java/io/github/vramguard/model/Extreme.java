package io.github.vramguard.model;

import java.util.Random;

/** Numbers at which programs go wrong, among them small ones. */
final class Extreme {

    private static final long[] LONGS = {
        0,
        1,
        -1,
        255,
        256,
        511,
        512,
        513,
        65_535,
        65_536,
        65_537,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MAX_VALUE / 2,
        Long.MAX_VALUE / 8,
        Long.MIN_VALUE,
        Long.MIN_VALUE / 8
    };

    private Extreme() {}

    static long anyLong(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(64);
            default -> LONGS[random.nextInt(LONGS.length)];
        };
    }
}
