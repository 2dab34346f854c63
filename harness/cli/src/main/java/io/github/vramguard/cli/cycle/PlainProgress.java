package io.github.vramguard.cli.cycle;

import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line for each cycle.
 *
 * @param out where it is printed
 * @param most the largest number of cycles
 */
record PlainProgress(PrintWriter out, int most) implements Progress {

    @Override
    public void ended(Trace trace) {
        List<Snapshot> levels = trace.levels();
        out.println("cycle " + trace.cycles() + " of at most " + most + ": " + text(levels.get(levels.size() - 1)));
        out.flush();
    }

    private static String text(Snapshot level) {
        return level.readings().entrySet().stream()
                .filter(entry -> entry.getValue().amount().isPresent())
                .map(entry -> entry.getKey() + " "
                        + entry.getKey().format(entry.getValue().amount().orElse(0)))
                .collect(Collectors.joining(" · "));
    }
}
