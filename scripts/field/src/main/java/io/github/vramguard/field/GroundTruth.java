package io.github.vramguard.field;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM that measures how a case really grows: many cycles in a loop, without JUnit and without the extension, read by other
 * means than the extension reads.
 */
final class GroundTruth {

    /** Stands before the line that has the growth. */
    static final String GROWTH = "field.growth ";

    private static final int FIRST_CYCLES = 30;
    private static final int CYCLES = 150;
    private static final int EACH = 10;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final long LARGE_ENOUGH = 3L << 30;

    private GroundTruth() {}

    /** The name of the case. */
    public static void main(String[] arguments) throws Exception {
        Case measured = Case.named(arguments[0]);
        Instant end = Instant.now().plus(LONG_ENOUGH);
        for (int cycle = 0; cycle < FIRST_CYCLES && Instant.now().isBefore(end); cycle++) {
            measured.run();
        }
        List<Level> levels = new ArrayList<>(List.of(read()));
        int cycles = 0;
        while (cycles < CYCLES
                && Instant.now().isBefore(end)
                && levels.get(levels.size() - 1).resident() < LARGE_ENOUGH) {
            measured.run();
            if (++cycles % EACH == 0) {
                levels.add(read());
            }
        }
        System.out.println(GROWTH + Growth.of(levels, EACH, cycles).toText());
        // Some libraries leave a thread that never ends
        System.exit(0);
    }

    private static Level read() throws IOException, InterruptedException {
        for (int collection = 0; collection < 2; collection++) {
            System.gc();
            Thread.sleep(30);
        }
        return Level.read();
    }
}
