package io.github.vramguard.cli.cycle;

/** A bar that fills. */
final class Bar {

    private static final int WIDTH = 30;

    private Bar() {}

    static String of(int done, int all, boolean unicode) {
        int filled = WIDTH * Math.min(done, all) / all;
        return (unicode ? "█" : "#").repeat(filled) + (unicode ? "░" : ".").repeat(WIDTH - filled);
    }
}
