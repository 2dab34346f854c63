package io.github.vramguard.cli.cycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.vramguard.cli.series.RecordedFormat;
import io.github.vramguard.cli.series.RecordedLine;
import io.github.vramguard.cli.usage.BadInput;
import io.github.vramguard.memory.MemoryTarget;
import io.github.vramguard.memory.MemoryTarget.OneProcess;
import io.github.vramguard.memory.MemoryTarget.ProcessTree;
import io.github.vramguard.memory.Origin.Quality;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.memory.Reading;
import io.github.vramguard.memory.Snapshot;
import io.github.vramguard.memory.Trace;
import io.github.vramguard.run.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels as {@code vramguard judge} reads them. The whole file takes the place of the one before, so that it is complete
 * whenever the cycles end.
 *
 * @param path where it lies
 */
record LevelsFile(Path path) {

    /**
     * Writes what was measured so far.
     *
     * @throws BadInput if it cannot be written
     */
    void write(Trace trace) {
        List<String> lines = new ArrayList<>(List.of(RecordedFormat.HEADER));
        trace.origins().keySet().forEach(pool -> lines.addAll(lines(trace, pool)));
        try {
            AtomicFile.write(path, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be written: " + e);
        }
    }

    private static List<String> lines(Trace trace, Pool pool) {
        Quality quality = trace.quality(pool).orElse(Quality.EXACT);
        List<Snapshot> levels = trace.levels();
        List<Reading> series = trace.series(pool);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            lines.add(new RecordedLine(
                            levels.get(i).at(),
                            name(trace.target()),
                            pool,
                            quality,
                            series.get(i).amount())
                    .toString());
        }
        return lines;
    }

    private static String name(MemoryTarget target) {
        return target instanceof ProcessTree tree ? name(tree.root()) : target.toString();
    }

    private static String name(OneProcess process) {
        return process.command() + "/" + process.pid();
    }
}
