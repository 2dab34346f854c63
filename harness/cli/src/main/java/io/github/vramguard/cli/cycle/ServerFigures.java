package io.github.vramguard.cli.cycle;

import io.github.vramguard.cli.terminal.Wrapped;
import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.server.Disagreement;
import io.github.vramguard.server.Disagreement.Kind;
import io.github.vramguard.server.LoadedModel;
import io.github.vramguard.server.Reconciliation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares what the server reported after each load with what the drivers allocated. */
final class ServerFigures {

    private static final String LABEL = "  server";
    private static final int INDENT = 13;
    private static final int WIDTH = 120;

    private final List<Load> loads = new ArrayList<>();

    private record Load(String model, List<LoadedModel> held, Snapshot loaded) {}

    void add(String model, List<LoadedModel> held, Snapshot loaded) {
        loads.add(new Load(model, held, loaded));
    }

    /** Names each contradiction once, with both figures; empty where no server was asked. */
    String comparedWith(List<Snapshot> levels) {
        List<Reconciliation> all = reconciled(levels);
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

    /** An incomplete cycle has no level after it. */
    private List<Reconciliation> reconciled(List<Snapshot> levels) {
        List<Reconciliation> all = new ArrayList<>();
        for (int i = 0; i < loads.size() && i + 1 < levels.size(); i++) {
            Load load = loads.get(i);
            all.add(Reconciliation.of(load.model(), load.held(), levels.get(i), load.loaded(), levels.get(i + 1)));
        }
        return all;
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
