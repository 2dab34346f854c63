package io.github.vramguard.cli.watch;

import io.github.vramguard.cli.series.RecordedFormat;
import io.github.vramguard.cli.series.RecordedLine;
import io.github.vramguard.memory.Origin;
import io.github.vramguard.memory.Pool;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;

/** Writes a line for each reading, which is complete as soon as it is written. See {@link RecordedFormat}. */
final class Recording implements View {

    private final PrintWriter csv;

    Recording(PrintWriter csv) throws IOException {
        this.csv = csv;
        line(RecordedFormat.HEADER);
    }

    @Override
    public void show(Instant at, Watchlist list) throws IOException {
        for (Watched process : list.running()) {
            for (Map.Entry<Pool, Origin> origin : process.origins().entrySet()) {
                History history = process.histories().get(origin.getKey());
                if (history != null) {
                    line(line(at, process, origin.getKey(), origin.getValue(), history));
                }
            }
        }
    }

    private static String line(Instant at, Watched process, Pool pool, Origin origin, History history) {
        String whose = process.process().command() + "/" + process.process().pid();
        return new RecordedLine(at, whose, pool, origin.quality(), history.now().amount()).toString();
    }

    private void line(String line) throws IOException {
        csv.print(line + "\n");
        if (csv.checkError()) {
            throw new IOException("the readings could not be written");
        }
    }
}
