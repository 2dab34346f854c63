package io.github.vramguard.cli.watch;

import io.github.vramguard.cli.terminal.Ansi;
import io.github.vramguard.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Draws each instant in the place of the one before, on the other screen of the terminal, and leaves the last behind. */
final class LiveView implements View {

    private final PrintWriter out;
    private final Terminal terminal;
    private List<String> last = List.of();
    private boolean entered;

    LiveView(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void show(Instant at, Watchlist list) {
        Terminal.Size size = terminal.size().get();
        last = WatchTable.of(at, list, terminal, size.columns());
        out.print(entered ? "" : Ansi.ENTER);
        entered = true;
        out.print(Ansi.HOME
                + last.stream()
                        .limit(Math.max(1, size.rows() - 1))
                        .map(line -> line + Ansi.CLEAR_TO_END_OF_LINE + "\n")
                        .collect(Collectors.joining())
                + Ansi.CLEAR_TO_END_OF_SCREEN);
        out.flush();
    }

    @Override
    public synchronized void end(String summary) {
        close();
        out.print(String.join("\n", last) + "\n\n" + summary + "\n");
        out.flush();
    }

    /** Gives the terminal back as it was. */
    @Override
    public synchronized void close() {
        if (entered) {
            entered = false;
            out.print(Ansi.LEAVE);
            out.flush();
        }
    }
}
