package io.github.vramguard.cli.judge;

import java.io.PrintStream;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints series to time {@code judge} with; a file of its own for {@code java ManySeries.java 10000 30 > many.csv}. A third
 * of them leak; every other one is noisy.
 */
public final class ManySeries {

    private static final String[] POOLS = {
        "gpu0,exact",
        "gpu0,mixed",
        "native,exact",
        "native,mixed",
        "resident,exact",
        "heap,exact",
        "metaspace,exact",
        "direct,exact",
        "threads,exact"
    };

    private ManySeries() {}

    public static void main(String[] arguments) {
        print(System.out, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    public static void print(PrintStream out, int series, int values) {
        Random random = new Random(1);
        out.println("id,pool,quality,values");
        for (int i = 0; i < series; i++) {
            out.println(i + "," + POOLS[i % POOLS.length] + "," + levels(random, i, values));
        }
    }

    private static String levels(Random random, int series, int values) {
        double start = 1e8 + 9e8 * random.nextDouble();
        double leak = random.nextInt(3) == 0 ? 1e6 : 0;
        double noise = series % 2 == 0 ? 0 : 3e5;
        return IntStream.range(0, values)
                .mapToObj(cycle -> Long.toString((long) (start + cycle * leak + noise * random.nextGaussian())))
                .collect(Collectors.joining(";"));
    }
}
