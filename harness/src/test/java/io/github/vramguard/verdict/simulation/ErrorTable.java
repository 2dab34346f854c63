package io.github.vramguard.verdict.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Prints how often the rule calls a leak, for each kind of run and for each pool. */
final class ErrorTable {

    private static final List<String> POOLS =
            List.of("vram_device", "vram", "native_raw", "native", "heap", "resident");

    private ErrorTable() {}

    /**
     * Measure.
     *
     * @param args runs of each kind, 1000 by default; the seed, 1 by default; {@code even-growth-is-noise} for the rule
     *     without its exception for native memory
     */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        boolean plain = args.length > 2 && args[2].equals("even-growth-is-noise");
        System.out.println(Errors.HEADER);
        List<SimulatedClass> rest = new ArrayList<>(SimulatedClass.all());
        for (String pool : POOLS) {
            List<SimulatedClass> kinds = rest.stream()
                    .filter(kind -> kind.name().startsWith(pool + "_"))
                    .toList();
            rest.removeAll(kinds);
            List<SimulatedClass> judged =
                    kinds.stream().map(kind -> plain ? kind.plain() : kind).toList();
            print(pool + ", no leak", judged, kind -> !kind.leaks(), count, seed);
            print(pool + ", leaks", judged, SimulatedClass::leaks, count, seed);
        }
    }

    private static void print(
            String name, List<SimulatedClass> kinds, Predicate<SimulatedClass> wanted, int count, long seed) {
        List<Errors> all = kinds.stream()
                .filter(wanted)
                .map(kind -> Errors.of(kind, count, seed))
                .toList();
        all.forEach(System.out::println);
        System.out.println(Errors.mean("**" + name + "**", all));
    }
}
