package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.RoundTrip;
import io.github.vramguard.server.Disagreement;
import io.github.vramguard.server.Disagreement.Kind;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.server.Reconciliation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what the server reported after each load with what the drivers allocated. */
final class ServerFigures {

    private static final String LABEL = "  server";
    private static final int INDENT = 13;
    private static final int WIDTH = 120;

    private final Map<Integer, Load> loads = new HashMap<>();

    private record Load(String model, List<LoadedModel> held) {}

    void add(int cycle, String model, List<LoadedModel> held) {
        loads.put(cycle, new Load(model, held));
    }

    /** Names each contradiction once, with both figures; empty where no server was asked. */
    String comparedWith(List<RoundTrip> trips) {
        List<Reconciliation> all = trips.stream()
                .flatMap(trip ->
                        Optional.ofNullable(loads.get(trip.cycle())).map(load -> reconciled(trip, load)).stream())
                .toList();
        Map<Kind, List<Disagreement>> disagreements = new EnumMap<>(Kind.class);
        all.stream().flatMap(one -> one.disagreements().stream()).forEach(found -> disagreements
                .computeIfAbsent(found.kind(), any -> new ArrayList<>())
                .add(found));
        StringBuilder text = new StringBuilder();
        disagreements
                .values()
                .forEach(found -> text.append(
                        line(inCycles(found.size(), all.size()), last(found).toString())));
        if (!all.isEmpty() && (text.isEmpty() || last(all).obstacle().isPresent())) {
            text.append(summary(last(all)));
        }
        return text.toString();
    }

    private static Reconciliation reconciled(RoundTrip trip, Load load) {
        return Reconciliation.of(load.model(), load.held(), trip.before(), trip.loaded(), trip.after());
    }

    private static String summary(Reconciliation one) {
        return line(one.obstacle()
                .map(obstacle -> "its figures are not compared with those of the drivers: " + obstacle)
                .orElseGet(() -> "agrees with the drivers: it reports "
                        + new ByteSize(one.reported().orElse(0)) + " on GPUs, and they allocated "
                        + new ByteSize(one.allocated())));
    }

    private static String inCycles(int some, int all) {
        return "in " + some + " of " + all + " cycles ";
    }

    private static String line(String... parts) {
        return Wrapped.beside(LABEL, String.join("", parts), INDENT, WIDTH);
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
