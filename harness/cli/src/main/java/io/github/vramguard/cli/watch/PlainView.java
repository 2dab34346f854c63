package io.github.vramguard.cli.watch;

import io.github.vramguard.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;

/** Prints a block for each instant below the one before. */
final class PlainView implements View {

    private final PrintWriter out;
    private final Terminal terminal;

    PlainView(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void show(Instant at, Watchlist list) throws IOException {
        int width = terminal.size().get().columns();
        print(String.join("\n", WatchTable.of(at, list, terminal, width)) + "\n\n");
    }

    @Override
    public void end(String summary) throws IOException {
        print(summary + "\n");
    }

    private void print(String text) throws IOException {
        out.print(text);
        if (out.checkError()) {
            throw new IOException("the readings could not be printed");
        }
    }
}
