package io.github.vramguard.rule.simulation;

import io.github.vramguard.verdict.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Prints how often the rule calls a leak, for each kind of run and for each pool. */
final class ErrorTable {

    private static final List<String> POOLS =
            List.of("vram_device", "vram", "native_raw", "native", "heap", "resident");

    private ErrorTable() {}

    /**
     * Measure.
     *
     * @param args runs of each kind, 1000 by default; the seed, 1 by default; the preset; {@code true} or
     *     {@code false} to judge all pools as if they were, or were not, detrended
     */
    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Preset preset = args.length > 2 ? Preset.valueOf(args[2]) : Preset.STANDARD;
        UnaryOperator<SimulatedClass> variant =
                kind -> args.length > 3 ? kind.detrended(Boolean.parseBoolean(args[3])) : kind;
        System.out.println(Errors.HEADER);
        List<SimulatedClass> rest = new ArrayList<>(SimulatedClass.all());
        for (String pool : POOLS) {
            List<SimulatedClass> kinds = rest.stream()
                    .filter(kind -> kind.name().startsWith(pool + "_"))
                    .toList();
            rest.removeAll(kinds);
            Function<SimulatedClass, Errors> errors = kind -> Errors.of(variant.apply(kind), preset, count, seed);
            print(pool + ", no leak", kinds.stream().filter(kind -> !kind.leaks()), errors);
            print(pool + ", leaks", kinds.stream().filter(SimulatedClass::leaks), errors);
        }
    }

    private static void print(String name, Stream<SimulatedClass> kinds, Function<SimulatedClass, Errors> errors) {
        List<Errors> all = kinds.map(errors).toList();
        all.forEach(System.out::println);
        System.out.println(Errors.mean("**" + name + "**", all));
    }
}
