package io.github.vramguard.cli.watch;

import io.github.vramguard.cli.terminal.Screen;
import io.github.vramguard.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Draws each instant in the place of the one before, on the other screen of the terminal, and leaves the last behind. */
final class LiveView implements View {

    private final PrintWriter out;
    private final Terminal terminal;
    private final Screen screen;
    private List<String> last = List.of();

    LiveView(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        this.screen = new Screen(out, terminal);
    }

    @Override
    public synchronized void show(Instant at, Watchlist list) {
        last = WatchTable.of(at, list, terminal, terminal.size().get().columns());
        screen.draw(last);
    }

    @Override
    public synchronized void end(String summary) {
        close();
        out.print(String.join("\n", last) + "\n\n" + summary + "\n");
        out.flush();
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        screen.close();
    }
}
